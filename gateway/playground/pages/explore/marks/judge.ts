import type { GraphQLObjectType } from 'graphql';
import type { Withheld } from '../../../../explain/explain.ts';
import { askedOf, possibleTypes, selectionsOf, type AskedField, type Reading } from './asked.ts';
import { ABSENT, UNKNOWN, either, ofParts, type Verdict } from './mark.ts';
import { agencyOf } from './originators.ts';

/** What verdicts are told from: the question, and what the gateway told of it. */
export interface Told extends Reading {
  readonly withheld: readonly Withheld[];
  /** Whose data was asked for, the viewer's own agency left out. */
  readonly others: ReadonlySet<string>;
  /** Codes of all agencies. */
  readonly agencies: readonly string[];
}

/** Fields that no clause governs: whether they show says nothing of the others. */
const UNGOVERNED: ReadonlySet<string> = new Set(['__typename', 'id', 'originator', 'labels']);

/**
 * What may be said where a field has nothing.
 * @param types that the object can have
 * @param originator whose object it is, where that is known
 */
export function judge(
  fields: readonly AskedField[],
  types: readonly GraphQLObjectType[],
  originator: string | undefined,
  told: Told,
): Verdict {
  const verdicts = types.flatMap((type) => {
    const asked = fields.filter((field) => field.types.includes(type));
    return asked.length > 0 ? [judgeOn(type, asked, originator ?? agencyOf(type, told.agencies), told)] : [];
  });
  return either([...verdicts, ...(originator === undefined ? ofUntold(fields, types, told) : [])]);
}

/**
 * It could be of an agency of whose types the viewer is not told, because nothing of them is disclosed: what is withheld of
 * the contract's fields is told nevertheless.
 */
function ofUntold(fields: readonly AskedField[], types: readonly GraphQLObjectType[], told: Told): readonly Verdict[] {
  const codes = types.map((type) => agencyOf(type, told.agencies));
  const [type] = types;
  if (!type || codes.includes(undefined)) return [];
  const asked = fields.filter((field) => field.types.includes(type));
  const untold = asked.length > 0 ? told.agencies.filter((code) => !codes.includes(code)) : [];
  return untold.map((code) => judgeOn(type, asked, code, told)).filter(({ is }) => is !== 'absent');
}

function judgeOn(
  type: GraphQLObjectType,
  fields: readonly AskedField[],
  originator: string | undefined,
  told: Told,
): Verdict {
  const name = fields[0]?.node.name.value ?? '';
  const because = told.withheld.filter(
    (one) => (originator === undefined || one.originator === originator) && speaksOf(one, type, name),
  );
  if (because.length > 0) {
    const certain = originator !== undefined && because.some(isCertain);
    return { is: certain ? 'withheld' : 'perhaps', because };
  }
  const field = type.getFields()[name];
  if (!field) return ABSENT;
  const inner = possibleTypes(field.type, told.schema);
  if (inner.length === 0) return ABSENT;
  const verdict = judgeObject(inner, fields, originator, told);
  return verdict.is === 'absent' && mayNotAppear(inner, originator, told) ? UNKNOWN : verdict;
}

/**
 * An object of another agency of which everything is open may still not appear to the viewer: visibility says why fields
 * are withheld, and never whether an object is there.
 */
function mayNotAppear(types: readonly GraphQLObjectType[], originator: string | undefined, { others }: Told): boolean {
  const stands = types.some((type) => type.getInterfaces().length > 0 || isHit(type));
  return stands && (originator === undefined ? others.size > 0 : others.has(originator));
}

/** A hit of a search: it points to an object of an agency, and says how much of that is disclosed. */
export function isHit(type: GraphQLObjectType): boolean {
  return 'disclosure' in type.getFields();
}

/** An object that nothing withholds as a whole is not there when all that was asked of it is withheld. */
function judgeObject(
  types: readonly GraphQLObjectType[],
  fields: readonly AskedField[],
  originator: string | undefined,
  told: Told,
): Verdict {
  const asked = askedOf(types, selectionsOf(fields), told);
  const governed = [...asked.values()].filter(([first]) => !UNGOVERNED.has(first?.node.name.value ?? ''));
  if (governed.length === 0) return UNKNOWN;
  return ofParts(governed.map((inner) => judge(inner, types, originator, told)));
}

/** Visibility speaks of `DeaRecord.narrative` as the contract does: `Record.narrative`. */
function speaksOf({ coordinate }: Withheld, type: GraphQLObjectType, field: string): boolean {
  return [type, ...type.getInterfaces()].some(({ name }) => coordinate === `${name}.${field}`);
}

/**
 * What is withheld on some rows is not certain of this one. Nor is what an argument read: rows may not be found by a
 * value that is shown.
 */
function isCertain({ reason, by }: Withheld): boolean {
  return reason !== 'ROW_CONDITION' && by === undefined;
}
