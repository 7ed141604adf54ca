import type { Coordinate } from '../../schema/contract.ts';
import { purposes, selfAndWider } from '../../schema/purposes.ts';
import type { RuleBetween } from '../between.ts';
import { isEvidence } from '../consents.ts';
import { obstaclesOf, type Question } from '../obstacle.ts';
import { fieldChanges, objectChanges, type Aspect, type Change } from './change.ts';
import type { ChangeKind } from './rows.ts';
import { changedRules, clauseInWords, familyOf, type ChangedRules, type ClauseWords } from './clauses.ts';
import { contextsOf, questionOf, type Context } from './contexts.ts';
import { concerns, isObject } from './fingerprint.ts';
import { changedPairs, type ChangedPairs, type Pair, type Side } from './pairs.ts';
import type { ClauseId } from '../clause-id.ts';
import type { Rule } from '../rule.ts';
import { scopesInWords } from './scope.ts';

/** One thing that an amendment does: the same change of these fields, between these agencies, for these purposes. */
export interface Impact {
  readonly kind: ChangeKind;
  readonly aspect: Aspect;
  readonly pairs: readonly Pair[];
  /** Fields; or `Record`, `Case`, where the whole object is told of. */
  readonly coordinates: readonly Coordinate[];
  /** For whom and for what, in words. */
  readonly scopes: readonly string[];
  /** What clauses said that no longer do, and what they say now. */
  readonly before: readonly ClauseWords[];
  readonly after: readonly ClauseWords[];
}

/** Every cell that opens, closes or changes from one ruleset to another, the same changes told once. */
export function impactsOf(before: Side, after: Side): readonly Impact[] {
  const impacts = changedPairs(before, after).flatMap((changed) => impactsBetween(changed, before, after));
  return merged(
    merged(impacts, ({ coordinates: _, ...rest }) => rest, 'coordinates'),
    ({ pairs: _, ...rest }) => rest,
    'pairs',
  );
}

/** The changes of each field between one pair of agencies, with the questions for which each is so. */
function impactsBetween(changed: ChangedPairs, before: Side, after: Side): readonly Impact[] {
  const contexts = contextsOf([...changed.before, ...changed.after].map(({ rule }) => rule));
  const asked = contexts.map((context) => askedIn(context, changed));
  const compare = comparison(changed, before, after);
  const impacts = changedRules(changed).flatMap((rules) => {
    const findings = new Map<string, { readonly impact: Omit<Impact, 'scopes'>; readonly contexts: Context[] }>();
    asked.forEach((question, position) => {
      for (const impact of compare(rules, question)) {
        const key = JSON.stringify(impact);
        const finding = findings.get(key) ?? { impact: { ...impact, pairs: changed.pairs }, contexts: [] };
        findings.set(key, finding);
        finding.contexts.push(contexts[position]!);
      }
    });
    return [...findings.values()];
  });
  return impacts.map(({ impact, contexts: of }) => ({ ...impact, scopes: scopesInWords(of, contexts) }));
}

/** A question, and the rules that speak for it. */
interface Asked extends Question {
  readonly speaking: ReadonlySet<RuleBetween>;
}

function askedIn(context: Context, { pairs: [{ recipient: agency }], before, after }: ChangedPairs): Asked {
  const { recipient, purpose } = questionOf(context, agency);
  const areas = selfAndWider(purposes.areas, purpose.area);
  const uses = selfAndWider(purposes.uses, purpose.use);
  const question = { recipient, purpose, areas, uses, spent: new Set<ClauseId>() };
  const speaking = [...before, ...after].filter(({ rule }) => obstaclesOf(rule, question).length === 0);
  return { ...question, speaking: new Set(speaking) };
}

/** Compares what a viewer sees of a field before and after, for one question after the other. */
function comparison(changed: ChangedPairs, before: Side, after: Side) {
  const [pair] = changed.pairs;
  const agencies = [...after.agencies, ...before.agencies];
  const changesFor = memoised(changed, agencies, (coordinate, asked) =>
    changesOf(pair.originator, coordinate, asked, before, after),
  );
  return ({ coordinate, ...rules }: ChangedRules, asked: Asked): readonly Omit<Impact, 'scopes'>[] => {
    const speaking = (of: readonly RuleBetween[]) => of.filter((rule) => asked.speaking.has(rule));
    const [were, are] = [speaking(rules.before), speaking(rules.after)];
    if (were.length + are.length === 0) return [];
    const words = (of: readonly RuleBetween[], aspect: Aspect) =>
      of.filter(({ rule }) => bearsOn(rule, aspect, coordinate)).map((one) => clauseInWords(one, coordinate, agencies));
    return changesFor(coordinate, asked).map(({ kind, aspect }) => ({
      ...{ kind, aspect, pairs: [pair], coordinates: [coordinate] },
      ...{ before: words(were, aspect), after: words(are, aspect) },
    }));
  };
}

/** A cell depends on the rules that speak of it, on how they treat it, and on the family: not on which field it is. */
function memoised(
  { before, after }: ChangedPairs,
  agencies: Side['agencies'],
  compute: (coordinate: Coordinate, asked: Asked) => readonly Change[],
) {
  const known = new Map<string, readonly Change[]>();
  const rules = [...before, ...after];
  return (coordinate: Coordinate, asked: Asked): readonly Change[] => {
    const speaking = rules.map((one) =>
      asked.speaking.has(one) && concerns(one.rule, coordinate) ? (one.rule.treatments[coordinate] ?? 'full') : '',
    );
    const of = isObject(coordinate) ? coordinate : `${familyOf(coordinate, agencies)}.`;
    const key = JSON.stringify([of, isEvidence(asked.purpose.use, purposes), speaking]);
    const changes = known.get(key) ?? compute(coordinate, asked);
    known.set(key, changes);
    return changes;
  };
}

/** Whether a rule about a field may change this of it. What shows whom to call shows contacts. */
function bearsOn({ effect, disclosure }: Rule, aspect: Aspect, coordinate: Coordinate): boolean {
  if (effect === 'withhold') return true;
  if (aspect === 'shown') return disclosure === 'FULL' || coordinate.startsWith('LiaisonContact.');
  return aspect === 'found' ? disclosure !== 'SILENT' : disclosure === aspect;
}

function changesOf(
  originator: string,
  coordinate: Coordinate,
  { recipient, purpose }: Question,
  before: Side,
  after: Side,
): readonly Change[] {
  const [old, now] = [before.ruleset.grant(recipient, purpose), after.ruleset.grant(recipient, purpose)];
  return isObject(coordinate)
    ? objectChanges(originator, coordinate, old, now)
    : fieldChanges(originator, coordinate, old, now);
}

/** Joins what is the same but for one list. */
function merged<Key extends 'coordinates' | 'pairs'>(
  impacts: readonly Impact[],
  sameOf: (impact: Impact) => Omit<Impact, Key>,
  key: Key,
): readonly Impact[] {
  const joined = new Map<string, Impact>();
  for (const impact of impacts) {
    const same = JSON.stringify(sameOf(impact));
    const known = joined.get(same);
    joined.set(same, known ? { ...known, [key]: [...known[key], ...impact[key]] } : impact);
  }
  return [...joined.values()];
}
