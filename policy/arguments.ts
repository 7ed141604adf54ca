import { getNamedType, isAbstractType, isObjectType, type GraphQLArgument, type GraphQLSchema } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType } from 'graphql';
import type { Coordinate } from '../schema/contract.ts';
import { readsIn, undeclaredIn } from '../schema/reads.ts';
import { shownInFull } from './cell.ts';
import { ALWAYS, NEVER, allOf, type Condition } from './condition/condition.ts';
import { implies } from './condition/implies.ts';
import type { Grant } from './grant.ts';

/** A field that takes arguments, of an agency. */
export interface ArguedField {
  /** `IceRecord.notes` */
  readonly coordinate: Coordinate;
  readonly args: readonly GraphQLArgument[];
  /** What its arguments read may be of other objects than the one that it is a field of. */
  readonly reachesOthers: boolean;
}

/** Whose grant, and whose data. */
export interface Opening {
  readonly grant: Grant;
  readonly originator: string;
}

/**
 * The rows on which a field is answered with these arguments: those on which all that they read is shown in full. What
 * chooses among other objects is answered where what it reads is shown wherever such an object appears.
 * INVARIANT: an argument that does not declare what it reads is one that no clause opens.
 */
export function rowsOfArguments(
  field: ArguedField,
  values: Readonly<Record<string, unknown>>,
  { grant, originator }: Opening,
): Condition {
  const rows = coordinatesRead(field, values).map((coordinate) => {
    const shown = shownInFull(grant.cell(originator, coordinate));
    if (!field.reachesOthers || shown === ALWAYS) return shown;
    const appears = grant.visible(originator, coordinate.slice(0, coordinate.indexOf('.')));
    return shown !== NEVER && implies(appears, shown) ? ALWAYS : NEVER;
  });
  return allOf(rows);
}

/** What the arguments read; one that does not declare it reads something of its own: `IceRecord.notes(contains:)`. */
export function coordinatesRead(
  { coordinate, args }: Omit<ArguedField, 'reachesOthers'>,
  values: Readonly<Record<string, unknown>>,
): readonly Coordinate[] {
  const read = readsIn(args, values, 'received').map((read) => read.coordinate);
  return [...new Set([...read, ...undeclaredIn(args, [`${coordinate}(`, ':)'])])];
}

/** Whether values of a type are, or lead to, objects that rules tell apart by their labels. */
export function leadsToRows(
  type: GraphQLNamedType,
  schema: GraphQLSchema,
  isRow: (type: GraphQLObjectType) => boolean,
  seen = new Set<string>(),
): boolean {
  if (isAbstractType(type))
    return schema.getPossibleTypes(type).some((possible) => leadsToRows(possible, schema, isRow, seen));
  if (!isObjectType(type) || seen.has(type.name)) return false;
  if (isRow(type)) return true;
  seen.add(type.name);
  return Object.values(type.getFields()).some((field) => leadsToRows(getNamedType(field.type), schema, isRow, seen));
}
