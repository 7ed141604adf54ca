import type { FetchShape, FieldShape, Fields, Shape } from './shape.ts';
import type { Representation } from './representations.ts';

/**
 * Takes out of a subgraph's `data` what its fetch did not ask for, in place: the answers of several subgraphs are merged
 * into one object, and none may speak under a key that another was asked for. What cannot be what was asked for is null.
 */
export function prune(
  shape: FetchShape,
  data: Record<string, unknown>,
  representations: readonly Representation[] | undefined,
): Record<string, unknown> {
  const pending: Pending[] = [];
  const entities = representations ? data['_entities'] : undefined;
  if (Array.isArray(entities)) pruneEntities(shape, entities, representations ?? [], pending);
  keepOnly(shape.root, data, pending, entities === undefined ? undefined : '_entities');
  for (let next = pending.pop(); next; next = pending.pop()) keepOnly(next.fields, next.object, pending, undefined);
  return data;
}

/** An object that is still to be pruned. INVARIANT: no recursion by the depth of what a subgraph sent. */
interface Pending {
  readonly object: Record<string, unknown>;
  readonly fields: Fields;
}

function pruneEntities(
  shape: FetchShape,
  entities: unknown[],
  representations: readonly Representation[],
  pending: Pending[],
): void {
  for (let index = 0; index < entities.length; index += 1) {
    const typename = representations[index]?.__typename;
    const asked = typename === undefined ? undefined : shape.entity(typename);
    const fields = asked && isObject(entities[index]) ? fieldsOfEntity(asked, entities[index]) : undefined;
    if (fields) pending.push({ object: entities[index] as Record<string, unknown>, fields });
    else entities[index] = null;
  }
}

/** An entity that says, unasked, that it is of another type is not the one that was asked for. */
function fieldsOfEntity(asked: Shape, entity: unknown): Fields | undefined {
  const { __typename: told } = entity as { readonly __typename?: unknown };
  const contradicts = told !== undefined && !asked.any.has('__typename') && !asked.types.has(told as string);
  return contradicts ? undefined : fieldsFor(asked, entity);
}

function keepOnly(
  fields: Fields,
  object: Record<string, unknown>,
  pending: Pending[],
  besides: string | undefined,
): void {
  for (const key of Object.keys(object)) {
    const field = fields.get(key);
    if (field) settle(object, key, field, field.lists, pending);
    else if (key !== besides) delete object[key];
  }
}

/** Recurs by the lists of the schema, not by those of the answer. */
function settle(
  holder: Record<string | number, unknown>,
  key: string | number,
  field: FieldShape,
  lists: number,
  pending: Pending[],
): void {
  const value = holder[key];
  if (!field.child || value === null) return;
  if (lists > 0 && Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) settle(value as never, index, field, lists - 1, pending);
    return;
  }
  const fields = lists === 0 && isObject(value) ? fieldsFor(field.child, value) : undefined;
  if (fields) pending.push({ object: value as Record<string, unknown>, fields });
  else holder[key] = null;
}

/** What an object may have; undefined: it says that it is of a type that it cannot be. */
function fieldsFor({ typenameKey, types, any }: Shape, object: unknown): Fields | undefined {
  if (typenameKey === undefined) return any;
  const typename = (object as Record<string, unknown>)[typenameKey];
  return typeof typename === 'string' ? types.get(typename) : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
