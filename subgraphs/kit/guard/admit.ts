import {
  defaultTypeResolver,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
} from 'graphql';
import type { Treatment } from '../../../schema/contract.ts';
import type { Grant } from '../../../policy/grant.ts';
import { treatScalar } from '../../../policy/treatment.ts';
import type { Lock } from './lock.ts';
import type { Marks } from './rule.ts';
import type { Seen } from './seen.ts';
import { isPromise, settle } from './settle.ts';

/** What is known where a value comes in. */
export interface Gate {
  readonly lock: Lock;
  readonly grant: Grant | undefined;
  /** The object that the value is of. */
  readonly from: Seen | undefined;
  /** How the governed field that carries the value is shown. */
  readonly treatment: Treatment | undefined;
  /** Of a part of a value. */
  readonly marks: Marks | undefined;
  readonly typeResolvers: ReadonlyMap<string, GraphQLTypeResolver<unknown, unknown>>;
  readonly context: unknown;
  readonly info: GraphQLResolveInfo;
}

/**
 * Lets a resolved value in: scalars treated, objects with where they stand. An object that does not appear is undefined
 * on its own, and left out of a list.
 */
export function admit(type: GraphQLOutputType, value: unknown, gate: Gate): unknown {
  return settle(value, (resolved) => admitResolved(type, resolved, gate));
}

function admitResolved(type: GraphQLOutputType, value: unknown, gate: Gate): unknown {
  if (value instanceof Error) throw value;
  if (value === null || value === undefined) return null;
  const nullable = getNullableType(type);
  if (isLeafOrListOfLeaves(nullable)) return treat(nullable, value, gate);
  if (isListType(nullable)) return admitList(nullable.ofType as GraphQLOutputType, value, gate);
  if (isObjectType(nullable)) return enter(nullable, value, gate);
  return isAbstractType(nullable) ? enterAbstract(nullable, value, gate) : undefined;
}

function enter(
  type: GraphQLObjectType,
  value: unknown,
  { lock, from, treatment, marks, grant }: Gate,
): Seen | undefined {
  const kept = treatment === 'generalised' && marks?.generalised ? 'full' : treatment;
  return lock.enter(type, value, from, kept, grant);
}

function admitList(type: GraphQLOutputType, value: unknown, gate: Gate): unknown {
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) return null;
  const items = [...(value as Iterable<unknown>)].map((item) => admit(type, item, gate));
  const appearing = (admitted: readonly unknown[]) => admitted.filter((item) => item !== undefined);
  return items.some(isPromise) ? Promise.all(items).then(appearing) : appearing(items);
}

function isLeafOrListOfLeaves(type: GraphQLOutputType): boolean {
  const nullable = getNullableType(type);
  return isListType(nullable) ? isLeafOrListOfLeaves(nullable.ofType as GraphQLOutputType) : isLeafType(nullable);
}

function treat(type: GraphQLOutputType, value: unknown, { treatment, marks }: Gate): unknown {
  return treatScalar(value, treatment ?? 'full', nameOf(type), marks);
}

function nameOf(type: GraphQLOutputType): string {
  return String(type).replaceAll(/[[\]!]/g, '');
}

/** An object whose type the agency's own resolver of types tells; one of no type of the schema does not appear. */
function enterAbstract(abstract: GraphQLAbstractType, value: unknown, gate: Gate): unknown {
  const { typeResolvers, context, info } = gate;
  const resolveType = typeResolvers.get(abstract.name) ?? defaultTypeResolver;
  return settle(resolveType(value, context, info, abstract), (name) => {
    const type = typeof name === 'string' ? info.schema.getType(name) : undefined;
    const fits = isObjectType(type) && info.schema.isSubType(abstract, type);
    return fits ? enter(type, value, gate) : undefined;
  });
}
