import { createHash } from 'node:crypto';
import { contract as shippedContract, type Contract } from '../schema/contract.ts';
import { purposes as shippedPurposes, type Purposes } from '../schema/purposes.ts';
import type { Agreement } from './agreement.ts';
import { rulesBetween, type RuleBetween } from './between.ts';
import { consentsFor } from './consents.ts';
import { coordinatorsIn, dutiesOf, type Duty } from './duty.ts';
import type { Recipient } from './recipient.ts';
import { Grant, type GrantSource } from './grant.ts';
import type { Groups } from './groups.ts';
import { midnight, nextChange, standAt, type AgreementAt, type SignedAgreement } from './lifecycle.ts';
import { membershipsAt } from './membership.ts';
import type { SignedNotice } from './notice.ts';
import { hasEffect } from './notice-effect.ts';
import type { GrantPurpose } from './obstacle.ts';
import type { AgencyEntry } from './parties.ts';
import type { ClauseId } from './clause-id.ts';
import { rulesOf, type Rule } from './rule.ts';

/** What a ruleset is compiled from. */
export interface RulesetSource {
  readonly agreements: readonly SignedAgreement[];
  readonly notices?: readonly SignedNotice[];
  readonly agencies: readonly AgencyEntry[];
  readonly contract?: Contract;
  readonly purposes?: Purposes;
}

/** All agreements at an instant, compiled: immutable, known by its digest. */
export interface Ruleset {
  /** `sha256-…` over the digests of the agreements as they stand, who joined, the notices, and the codes of the agencies. */
  readonly digest: string;
  /** Every agreement as it stands, by id. */
  readonly standing: ReadonlyMap<string, AgreementAt>;
  /** Those that parties have suspended or left are among them: their withholdings count. */
  readonly inForce: readonly AgreementAt[];
  /** Those who belong to groups now. */
  readonly groups: Groups;
  /** Rules in force, and withholdings that outlived their agreement. */
  readonly rules: readonly Rule[];
  /** Rules that would share if their agreement were in force, or not suspended, for everybody. */
  readonly dormant: readonly Rule[];
  /** What originators consented to and released. */
  readonly consents: GrantSource['consents'];
  /** Duties of de-confliction in force. */
  readonly duties: readonly Duty[];
  /** The instant, in milliseconds since the epoch, from which it no longer is the ruleset. Infinity: none known. */
  readonly until: number;
  /**
   * What a viewer may see for a purpose. Memoised by what it depends on.
   * @param spent clauses whose quota is used up: they share nothing
   */
  grant(recipient: Recipient, purpose: GrantPurpose | undefined, spent?: ReadonlySet<ClauseId>): Grant;
}

/** A grant that was asked for everything takes up most of a megabyte. Those that were not asked for the longest go first. */
const MOST_GRANTS = 500;
const NONE: ReadonlySet<ClauseId> = new Set();

/** Compiles the agreements and notices at an instant. Pure: the same input gives an equal ruleset. */
export function compileRuleset(source: RulesetSource, at: Date): Ruleset {
  const { agencies, notices = [], contract = shippedContract, purposes = shippedPurposes } = source;
  const standing = standAt([...source.agreements].sort(byId), notices, at);
  const agreements = [...standing.values()];
  const memberships = membershipsAt(agreements, at);
  const compiled = agreements.map((agreement) => rulesOf(agreement, { contract, memberships }));
  const rules = compiled.flatMap(({ live }) => live);
  const dormant = compiled.flatMap((of) => of.dormant);
  const effective = notices.filter(({ notice }) =>
    hasEffect(notice, standing.get(notice.agreement)?.agreement ?? {}, at),
  );
  const digest = digestOf(agreements, effective, agencies, at);
  const inForce = agreements.filter(({ status }) => status === 'in-force');
  const coordinators = coordinatorsIn(inForce);
  const named = officersIn(rules);
  const duties = inForce.flatMap((agreement) => dutiesOf(agreement, memberships.members, coordinators));
  const grantSource: GrantSource = {
    digest,
    agencies,
    contract,
    purposes,
    ruleOf: lookup(rules),
    duties,
    between: betweenIn(rules, agencies),
    dormant: betweenIn(dormant, agencies),
    consents: (scope) =>
      consentsFor(
        effective.map(({ notice }) => notice),
        scope,
        memberships.members,
        purposes,
      ),
  };
  const grants = new Map<string, Grant>();
  return {
    digest,
    standing,
    inForce,
    groups: memberships.members,
    rules,
    dormant,
    consents: grantSource.consents,
    duties,
    until: nextChange(source.agreements, notices, at),
    grant(recipient, purpose, spent = NONE) {
      const key = keyOfGrant(recipient, purpose, spent, named);
      const grant = grants.get(key) ?? new Grant(grantSource, recipient, purpose, spent);
      grants.delete(key);
      grants.set(key, grant);
      if (grants.size > MOST_GRANTS) grants.delete(grants.keys().next().value!);
      return grant;
    },
  };
}

function byId(a: SignedAgreement, b: SignedAgreement): number {
  return `${a.agreement.id} ${a.digest}` < `${b.agreement.id} ${b.digest}` ? -1 : 1;
}

/** INVARIANT: everything that a decision depends on is in the key. The officer is, where a clause names them. */
function keyOfGrant(
  { agency, role, trainings, clearance, contactPoint, sub }: Recipient,
  purpose: GrantPurpose | undefined,
  spent: ReadonlySet<ClauseId>,
  named: ReadonlySet<string>,
): string {
  const { area, use, search, stage, matches, offence, request } = purpose ?? {};
  return JSON.stringify([
    [agency, role, trainings, clearance, contactPoint, named.has(`${agency}:${sub}`) ? sub : undefined],
    [area, use, search, stage, matches, offence?.maxPenaltyMonths, request],
    [...spent].sort(),
  ]);
}

function officersIn(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.flatMap(({ viewer }) => viewer.officers ?? []));
}

function lookup(rules: readonly Rule[]): (clause: ClauseId) => Rule | undefined {
  let byClause: ReadonlyMap<ClauseId, Rule> | undefined;
  return (clause) => (byClause ??= new Map(rules.map((rule) => [rule.id, rule]))).get(clause);
}

/** Rules between two agencies, chosen once: first by the originator, then by the recipient. */
function betweenIn(rules: readonly Rule[], agencies: readonly AgencyEntry[]) {
  const entries = new Map(agencies.map((entry) => [entry.code, entry]));
  const byOriginator = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const code of rule.from.keys()) {
      const known = byOriginator.get(code);
      if (known) known.push(rule);
      else byOriginator.set(code, [rule]);
    }
  const memo = new Map<string, readonly RuleBetween[]>();
  return (originator: string, recipient: string): readonly RuleBetween[] => {
    const key = `${originator} ${recipient}`;
    const known = memo.get(key);
    if (known) return known;
    const between = rulesBetween(byOriginator.get(originator) ?? [], originator, recipient, entries);
    memo.set(key, between);
    return between;
  };
}

function digestOf(
  agreements: readonly AgreementAt[],
  notices: readonly SignedNotice[],
  agencies: readonly AgencyEntry[],
  at: Date,
): string {
  const started = agreements.filter(({ status }) => status !== 'not-yet');
  const lines = [
    ...started.map(({ agreement, digest, status }) => `${agreement.id} ${digest} ${status}`),
    ...started.flatMap(({ agreement }) => joinedBy(agreement, at)),
    ...notices.map(({ digest }) => digest).sort(),
    ...agencies.map((a) => a.code).sort(),
  ];
  return `sha256-${createHash('sha256').update(lines.join('\n')).digest('base64url')}`;
}

/** Accessions that took effect after their document's first day: nothing else tells rules before and after them apart. */
function joinedBy({ id, accessions = [] }: Agreement, at: Date): readonly string[] {
  return accessions.flatMap(({ from }, index) =>
    from !== undefined && midnight(from) <= at.getTime() ? [`${id} accession ${index}`] : [],
  );
}
