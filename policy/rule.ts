import { type Contract, type Coordinate, type EntityType, type Treatment } from '../schema/contract.ts';
import type { DISCLOSURES } from '../schema/disclosures.ts';
import type { Clause, Obligations, Participation, PurposeScope, Share, ViewerScope, Withhold } from './agreement.ts';
import type { ClauseId } from './clause-id.ts';
import { ALWAYS, NEVER, allOf, anyOf, test, within, type Condition } from './condition/condition.ts';
import { compileWhere, dependsOnPair, type Pair } from './condition/where.ts';
import { coordinatesOnce, expandOnce } from './common-reach.ts';
import type { Expanded } from './groups.ts';
import type { AgreementAt, AgreementStatus } from './lifecycle.ts';
import type { Memberships } from './membership.ts';

/** What a hit discloses of a whole record or case, by a clause. */
export type Disclosure = keyof typeof DISCLOSURES;

/** A clause, ready to be asked. Immutable. */
export interface Rule {
  readonly id: ClauseId;
  readonly effect: 'share' | 'withhold';
  /** Originators, each a signer in its own name. */
  readonly from: Expanded;
  readonly to: Expanded;
  /** Participations of the recipients that it speaks to. Undefined: any. */
  readonly participants: ReadonlySet<Participation> | undefined;
  readonly reciprocal: boolean;
  readonly override: boolean;
  /** Only with the originator's consent to the single object. */
  readonly consent: boolean;
  readonly purpose: PurposeScope;
  readonly viewer: ViewerScope;
  /** SILENT tells the searcher nothing. */
  readonly disclosure: Disclosure | 'SILENT';
  readonly obligations: Obligations | undefined;
  /** Undefined: every coordinate of the objects that the clause speaks of. */
  readonly coordinates: ReadonlySet<Coordinate> | undefined;
  readonly treatments: Readonly<Record<Coordinate, Treatment>>;
  /** First day of its agreement, `YYYY-MM-DD`: from then on its parties are bound. */
  readonly effective: string;
  /** The rows of a family that the clause speaks of, between two agencies. */
  readonly rows: (family: EntityType, pair: Pair) => Condition;
}

/** What rules are compiled against. */
export interface RuleWorld {
  readonly contract: Contract;
  readonly memberships: Memberships;
}

/** The rules of an agreement: those that count, and those that would share if their agreement were in force. */
export interface Rules {
  readonly live: readonly Rule[];
  readonly dormant: readonly Rule[];
}

/** The rules of an agreement as it stands, in the order of its clauses. Clauses without effect on data give none. */
export function rulesOf(agreement: AgreementAt, world: RuleWorld): Rules {
  const clauses = agreement.agreement.clauses.filter(({ id }) => !agreement.replaced.has(id));
  const whole = agreement.status === 'in-force' && agreement.out.size === 0;
  return {
    live: clauses.flatMap((clause) => liveRule(agreement, clause, world)),
    dormant: clauses
      .filter(({ id, share }) => share && !(whole && !agreement.outOfClause.has(id)))
      .map((clause) => compileRule(agreement, clause, clause.share!, world, NOBODY, world.memberships.everybody)),
  };
}

const NOBODY: ReadonlySet<string> = new Set();
const WITHHOLDING_ENDED: ReadonlySet<AgreementStatus> = new Set(['not-yet', 'superseded', 'outdated']);
const ACTIVE: ReadonlySet<Participation> = new Set(['active']);

/** INVARIANT: what an agreement withholds stays withheld when it is no longer in force, unless its parties replace it. */
function liveRule(agreement: AgreementAt, clause: Clause, world: RuleWorld): readonly Rule[] {
  const { status, out, outOfClause } = agreement;
  const { members, everybody } = world.memberships;
  if (clause.withhold && !WITHHOLDING_ENDED.has(status))
    return [compileRule(agreement, clause, clause.withhold, world, NOBODY, everybody)];
  if (!clause.share || status !== 'in-force') return [];
  const without = new Set([...out, ...(outOfClause.get(clause.id) ?? [])]);
  return [compileRule(agreement, clause, clause.share, world, without, members)];
}

function compileRule(
  { agreement }: AgreementAt,
  clause: Clause,
  scope: Share | Withhold,
  { contract, memberships }: RuleWorld,
  without: ReadonlySet<string>,
  groups: Memberships['members'],
): Rule {
  const effect = clause.share ? 'share' : 'withhold';
  const share: Partial<Share> = clause.share ?? {};
  const reach = (codes: readonly string[]) => expandWithout(codes, groups, without);
  return {
    id: `${agreement.id}#${clause.id}`,
    effect,
    from: signers(agreement.parties, reach(scope.from)),
    to: reach(scope.to),
    participants: clause.share && (share.participants ? new Set(share.participants) : ACTIVE),
    reciprocal: share.reciprocal ?? false,
    override: share.override ?? false,
    consent: share.consent ?? false,
    purpose: scope.for ?? {},
    viewer: scope.viewer ?? {},
    disclosure: share.disclosure ?? 'FULL',
    obligations: share.obligations,
    coordinates: coordinates(effect, scope, contract, memberships),
    treatments: share.treatments ?? {},
    effective: agreement.effective,
    rows: rowsIn(scope, contract),
  };
}

/** A group that is out takes those along who are meant only as its members. */
function expandWithout(
  codes: readonly string[],
  groups: Memberships['members'],
  without: ReadonlySet<string>,
): Expanded {
  if (without.size === 0) return expandOnce(codes, groups);
  const left = codes.filter((code) => !without.has(code));
  return new Map([...expandOnce(left, groups)].filter(([code]) => !without.has(code)));
}

/** INVARIANT: nothing leaves an agency except under a clause that it signed, as a party in its own name. */
function signers(parties: readonly string[], from: Expanded): Expanded {
  const signing = [...from].filter(([code]) => parties.includes(code));
  return signing.length === from.size ? from : new Map(signing);
}

function rowsIn(scope: Share | Withhold, contract: Contract): Rule['rows'] {
  const pairwise = dependsOnPair(scope.where);
  let known: Map<string, Condition> | undefined;
  return (family, pair) => {
    known ??= new Map();
    const key = pairwise ? `${family} ${pair.originatorCountry} ${pair.recipientCountry} ${pair.accession}` : family;
    const rows =
      known.get(key) ??
      allOf([scopeOf(scope, family), personsOf(scope, family), compileWhere(scope.where, family, contract, pair)]);
    known.set(key, rows);
    return rows;
  };
}

/**
 * With `records` or `cases`, a clause speaks only of those and of the subjects in them. A record in a case is a record:
 * `records` decides about it. Contacts stand on their own.
 */
function scopeOf(scope: Share | Withhold, family: EntityType): Condition {
  if ((!scope.records && !scope.cases) || family === 'LiaisonContact') return ALWAYS;
  const kind = { name: 'kind', owners: ['Record'] };
  const records = scope.records ? allOf([within('Record'), test(kind, { op: 'anyOf', values: scope.records })]) : NEVER;
  const cases = scope.cases ? within('Case') : NEVER;
  if (family === 'Record') return records;
  return family === 'Case' ? cases : anyOf([records, cases]);
}

function personsOf(scope: Share | Withhold, family: EntityType): Condition {
  if (!scope.dataSubjects || family !== 'Person') return ALWAYS;
  return test({ name: 'dataSubjectCategory', owners: ['Person'] }, { op: 'anyOf', values: scope.dataSubjects });
}

/**
 * A withholding clause that names no field closes every one, and so does one that names a category which the contract
 * no longer has. A sharing clause that names none opens none.
 */
function coordinates(
  effect: Rule['effect'],
  { categories, coordinates }: Share | Withhold,
  contract: Contract,
  memberships: Memberships,
): ReadonlySet<Coordinate> | undefined {
  if (effect === 'withhold' && !categories && !coordinates) return undefined;
  if (effect === 'withhold' && categories?.some((name) => !contract.categories.has(name))) return undefined;
  return coordinatesOnce(categories ?? [], coordinates ?? [], contract, memberships);
}
