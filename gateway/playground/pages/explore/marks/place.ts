import { Kind, type GraphQLObjectType } from 'graphql';
import { askedOf, possibleTypes, selectionsOf, type AskedField } from './asked.ts';
import type { Told } from './judge.ts';
import type { Path } from './mark.ts';
import { agencyOf } from './originators.ts';

export type Row = Readonly<Record<string, unknown>>;

/** An object in the answer, and what is known of it beforehand. */
export interface Place {
  readonly row: Row;
  readonly path: Path;
  readonly types: readonly GraphQLObjectType[];
  readonly asked: ReadonlyMap<string, readonly AskedField[]>;
  /** The field of the query that it is under. */
  readonly root: string;
  /** Whose it is, where that is known. Never guessed. */
  readonly originator: string | undefined;
}

/** An object one step further down, with what it says itself of its type and its originator. */
export function objectAt(row: Row, fields: readonly AskedField[], at: Place, told: Told): Place {
  const { types, path, originator, root } = at;
  const declared = unique(
    types.flatMap((type) =>
      fields
        .filter((field) => field.types.includes(type))
        .flatMap(({ node }) => type.getFields()[node.name.value] ?? [])
        .flatMap((field) => possibleTypes(field.type, told.schema)),
    ),
  );
  const asked = askedOf(declared, selectionsOf(fields), told);
  const typename = saidBy(row, asked, '__typename');
  const named = typename === undefined ? declared : declared.filter(({ name }) => name === typename);
  const [only] = named;
  const own = (named.length === 1 && only ? agencyOf(only, told.agencies) : undefined) ?? codeIn(row, asked);
  const whose = own ?? originator;
  const possible = named.filter((type) => {
    const agency = agencyOf(type, told.agencies);
    return whose === undefined || agency === undefined || agency === whose;
  });
  return { row, path, types: possible, asked, root, originator: whose };
}

/** What the object says at a field, under whatever name that was asked for. */
export function saidBy(row: Row, asked: Place['asked'], field: string): unknown {
  const [key] = [...asked].find(([, [first]]) => first?.node.name.value === field) ?? [];
  return key === undefined ? undefined : row[key];
}

function codeIn(row: Row, asked: Place['asked']): string | undefined {
  const fields = [...asked.values()].find(([first]) => first?.node.name.value === 'originator');
  const agency = saidBy(row, asked, 'originator');
  if (!fields || !isRow(agency)) return undefined;
  const codes = fields
    .flatMap(({ node }) => node.selectionSet?.selections ?? [])
    .flatMap((node) => (node.kind === Kind.FIELD && node.name.value === 'code' ? [node] : []))
    .map((node) => agency[node.alias?.value ?? 'code']);
  return codes.find((code) => typeof code === 'string');
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
