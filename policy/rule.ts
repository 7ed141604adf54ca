import { type Contract, type Coordinate, type EntityType, type Treatment } from '../schema/contract.ts';
import type { Agreement, Clause, Share, Withhold } from './agreement.ts';
import { ALWAYS, NEVER, allOf, anyOf, test, within, type Condition } from './condition/condition.ts';
import { compileWhere } from './condition/where.ts';
import { expand, type Groups } from './groups.ts';

/** `agreement-id#clause-id`. */
export type ClauseId = string;

/** What a hit discloses of a whole record or case, by a clause. */
export type Disclosure = 'FULL' | 'CONTACT' | 'EXISTS';

/** A clause in force, ready to be asked. Immutable. */
export interface Rule {
  readonly id: ClauseId;
  readonly effect: 'share' | 'withhold';
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  /** Undefined: any. */
  readonly areas: ReadonlySet<string> | undefined;
  readonly uses: ReadonlySet<string> | undefined;
  readonly roles: ReadonlySet<string> | undefined;
  readonly disclosure: Disclosure;
  /** Undefined: every coordinate of the objects that the clause speaks of. */
  readonly coordinates: ReadonlySet<Coordinate> | undefined;
  readonly treatments: Readonly<Record<Coordinate, Treatment>>;
  /** The rows of a family that the clause speaks of. */
  readonly rows: (family: EntityType) => Condition;
}

/** What the rules of an agreement are compiled against. */
export interface RuleWorld {
  readonly contract: Contract;
  readonly groups: Groups;
}

/** The rules of an agreement, in the order of its clauses. Clauses without effect on data give none. */
export function rulesOf(agreement: Agreement, world: RuleWorld): readonly Rule[] {
  return agreement.clauses.flatMap((clause) => {
    if (clause.share) return [compileRule(agreement, clause, 'share', clause.share, world)];
    if (clause.withhold) return [compileRule(agreement, clause, 'withhold', clause.withhold, world)];
    return [];
  });
}

function compileRule(
  agreement: Agreement,
  clause: Clause,
  effect: Rule['effect'],
  scope: Share | Withhold,
  { contract, groups }: RuleWorld,
): Rule {
  const share: Partial<Share> = effect === 'share' ? scope : {};
  return {
    id: `${agreement.id}#${clause.id}`,
    effect,
    from: signers(agreement, expand(scope.from, groups)),
    to: expand(scope.to, groups),
    areas: setOf(scope.for?.areas),
    uses: setOf(scope.for?.uses),
    roles: setOf(scope.viewer?.roles),
    disclosure: share.disclosure === 'SILENT' ? 'EXISTS' : (share.disclosure ?? 'FULL'),
    coordinates: coordinates(effect, scope, contract),
    treatments: share.treatments ?? {},
    rows: memoise((family) =>
      allOf([scopeOf(scope, family), personsOf(scope, family), compileWhere(scope.where, family, contract)]),
    ),
  };
}

/** INVARIANT: nothing leaves an agency except under a clause that it signed, as a party in its own name. */
function signers(agreement: Agreement, from: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...from].filter((code) => agreement.parties.includes(code)));
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

/** A withholding clause that names no field closes every one. A sharing clause that names none opens none. */
function coordinates(
  effect: Rule['effect'],
  scope: Share | Withhold,
  contract: Contract,
): ReadonlySet<Coordinate> | undefined {
  if (effect === 'withhold' && !scope.categories && !scope.coordinates) return undefined;
  const byCategory = (scope.categories ?? []).flatMap((category) => contract.categories.get(category) ?? []);
  return new Set([...byCategory, ...(scope.coordinates ?? [])]);
}

function setOf(values: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return values && new Set(values);
}

function memoise(compute: (family: EntityType) => Condition): (family: EntityType) => Condition {
  const known = new Map<EntityType, Condition>();
  return (family) => {
    const value = known.get(family) ?? compute(family);
    known.set(family, value);
    return value;
  };
}
