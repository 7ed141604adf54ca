/**
 * What the ODRL Information Model 2.2 (https://www.w3.org/TR/odrl-model/) and its vocabulary require of an Agreement, as
 * far as our documents use it.
 */
export function violations(document: unknown): readonly string[] {
  const policy = object(document);
  const rules = [
    ...list(policy['permission']).map((rule, at) => [rule, `permission[${at}]`] as const),
    ...list(policy['prohibition']).map((rule, at) => [rule, `prohibition[${at}]`] as const),
  ];
  return [
    ...unless(policy['@type'] === 'Agreement', 'the policy is no Agreement'),
    ...unless(isName(policy['uid']), 'the policy has no uid'),
    ...unless(isName(policy['profile']), 'terms beyond the vocabulary need a profile'),
    ...unless(['perm', 'prohibit', 'invalid'].includes(String(policy['conflict'])), 'no conflict strategy'),
    ...unless(rules.length > 0, 'an Agreement has a rule'),
    ...unless(new Set(rules.map(([rule]) => object(rule)['uid'])).size === rules.length, 'two rules have one uid'),
    ...rules.flatMap(([rule, at]) => ofRule(object(rule), at)),
  ];
}

const ACTIONS = ['read', 'display', 'distribute', 'inform', 'delete', 'attribute', 'obtainConsent'];
const LEFT_OPERANDS = ['purpose', 'dateTime', 'delayPeriod'];
const OPERATORS = ['eq', 'neq', 'gt', 'gteq', 'lt', 'lteq', 'isAnyOf', 'isAllOf', 'isNoneOf'];

type Plain = Readonly<Record<string, unknown>>;

function ofRule(rule: Plain, at: string): readonly string[] {
  return [
    ...unless(isName(rule['uid']), `${at} has no uid`),
    ...unless(list(rule['assigner']).length > 0, `${at} has no assigner`),
    ...unless(list(rule['assignee']).length > 0, `${at} has no assignee`),
    ...unless(list(rule['target']).length === 1, `${at} has not one target`),
    ...ofAction(rule['action'], at),
    ...[...list(rule['assigner']), ...list(rule['assignee'])].flatMap((party) => ofParty(object(party), at)),
    ...list(rule['target']).flatMap((asset) => ofCollection(object(asset), at)),
    ...list(rule['constraint']).flatMap((of) => ofConstraint(object(of), `${at}.constraint`)),
    ...list(rule['duty']).flatMap((duty) => ofDuty(object(duty), `${at}.duty`)),
  ];
}

function ofDuty(duty: Plain, at: string): readonly string[] {
  return [
    ...ofAction(duty['action'], at),
    ...list(duty['constraint']).flatMap((of) => ofConstraint(object(of), `${at}.constraint`)),
  ];
}

/** A rule has one action; one that is refined names it by `rdf:value`. */
function ofAction(action: unknown, at: string): readonly string[] {
  const [one, ...more] = list(action);
  const name = typeof one === 'string' ? one : String(object(object(one)['rdf:value'])['@id']).replace('odrl:', '');
  const refinement = list(object(one)['refinement']);
  return [
    ...unless(more.length === 0, `${at} has several actions`),
    ...unless(isTerm(name, ACTIONS), `${at}: no action \`${name}\``),
    ...refinement.flatMap((of) => ofConstraint(object(of), `${at}.action`)),
  ];
}

function ofParty(party: Plain, at: string): readonly string[] {
  if (party['@type'] === 'PartyCollection') return ofCollection(party, at);
  return unless(party['@type'] === 'Party' && isName(party['uid']), `${at} has a party without uid`);
}

/** A collection that is refined names its source, and has no uid. */
function ofCollection(collection: Plain, at: string): readonly string[] {
  const refinement = list(collection['refinement']);
  const [name, other] = refinement.length > 0 ? ['source', 'uid'] : ['uid', 'source'];
  return [
    ...unless(/^(Asset|Party)Collection$/.test(String(collection['@type'])), `${at} has no collection`),
    ...unless(
      isName(collection[name]) && collection[other] === undefined,
      `${at}: a collection needs \`${name}\` alone`,
    ),
    ...refinement.flatMap((of) => ofConstraint(object(of), `${at}.refinement`)),
  ];
}

/** A logical constraint has one operand, a list; any other has a left operand, an operator and a right operand. */
function ofConstraint(of: Plain, at: string): readonly string[] {
  const [logical] = ['and', 'or', 'xone'].filter((name) => name in of);
  if (logical) {
    const parts = list(object(of[logical])['@list']);
    return [
      ...unless(
        Object.keys(of).length === 1 && parts.length > 1,
        `${at}: \`${logical}\` needs several constraints alone`,
      ),
      ...parts.flatMap((part) => ofConstraint(object(part), at)),
    ];
  }
  return [
    ...unless(
      isTerm(String(of['leftOperand']), LEFT_OPERANDS),
      `${at}: no left operand \`${String(of['leftOperand'])}\``,
    ),
    ...unless(isTerm(String(of['operator']), OPERATORS), `${at}: no operator \`${String(of['operator'])}\``),
    ...unless(list(of['rightOperand']).length > 0, `${at}: no right operand`),
  ];
}

/** A term of the vocabulary, or of our profile. */
function isTerm(name: string, known: readonly string[]): boolean {
  return known.includes(name) || /^concordat:[A-Za-z][A-Za-z.-]*$/.test(name);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z]+:\S+$/.test(value);
}

function unless(holds: boolean, message: string): readonly string[] {
  return holds ? [] : [message];
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function object(value: unknown): Plain {
  return typeof value === 'object' && value !== null ? (value as Plain) : {};
}
