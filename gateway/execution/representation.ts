import type { FetchNode } from '@apollo/query-planner';
import { isCompositeType, type GraphQLSchema } from 'graphql';
import { bareObject, type BareObject } from '../../policy/bare-object.ts';
import { own } from '../../policy/own.ts';
import { isOf } from '../../policy/projection/is-of.ts';
import { merge } from './merge.ts';

type Requires = NonNullable<FetchNode['requires']>;

/**
 * What a subgraph needs to know of an entity to answer for it: its key, and the fields that it requires.
 * @returns null: something of that is not known
 */
export function representationOf(entity: unknown, requires: Requires, schema: GraphQLSchema): BareObject | null {
  if (entity === null) return null;
  const source = entity as Record<string, unknown>;
  const made = bareObject();
  for (const selection of requires) {
    if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name;
      const value = own(source, key);
      if (value === undefined) return null;
      made[key] = partOf(value, selection.selections, schema);
    } else if (selection.typeCondition && isOfType(source, selection.typeCondition, schema)) {
      merge(made, representationOf(source, selection.selections, schema));
    }
  }
  return made;
}

function partOf(value: unknown, selections: Requires | undefined, schema: GraphQLSchema): unknown {
  if (!selections) return Array.isArray(value) ? [...(value as unknown[])] : value;
  if (Array.isArray(value)) return value.map((item) => representationOf(item, selections, schema));
  return representationOf(value, selections, schema);
}

/** Whether an object, by the type that it tells, is of a type. */
export function isOfType(object: Record<string, unknown>, condition: string, schema: GraphQLSchema): boolean {
  const typename = object['__typename'] as string | undefined;
  if (!typename) return false;
  const type = schema.getType(typename);
  return typename === condition || (isCompositeType(type) && isOf(type, condition, schema));
}
