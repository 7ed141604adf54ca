import {
  defaultTypeResolver,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Treatment } from '../../../schema/contract.ts';
import { treatScalar } from '../../../policy/treatment.ts';
import type { Call } from './call.ts';
import type { Marks } from './rule.ts';
import type { Seen } from './seen.ts';
import { isPromise, settle } from './settle.ts';

/** How a value may come in. */
export interface Pass {
  /** How the governed field that carries it is shown. Undefined: no such field does. */
  readonly treatment: Treatment | undefined;
  /** What the contract says of it, when it is part of a value. */
  readonly marks?: Marks | undefined;
}

/**
 * Lets a resolved value in: scalars treated, objects with where they stand. An object that does not appear is undefined
 * on its own, and left out of a list.
 */
export function admit(call: Call, value: unknown, pass: Pass): unknown {
  if (call.of.leaf === undefined) return admitComposite(call.of.field.type, value, call, pass);
  return isPromise(value) ? value.then((leaf) => admitLeaf(call, leaf, pass)) : admitLeaf(call, value, pass);
}

function admitLeaf({ of }: Call, value: unknown, { treatment = 'full', marks }: Pass): unknown {
  if (value instanceof Error) throw value;
  return treatment === 'full' ? value : treatScalar(value, treatment, of.leaf ?? '', marks);
}

function admitComposite(type: GraphQLOutputType, value: unknown, call: Call, pass: Pass): unknown {
  if (isPromise(value)) return value.then((settled) => admitComposite(type, settled, call, pass));
  if (value instanceof Error) throw value;
  if (value === null || value === undefined) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return admitList(nullable.ofType, value, call, pass);
  if (isObjectType(nullable)) return enter(nullable, value, call, pass);
  return isAbstractType(nullable) ? enterAbstract(nullable, value, call, pass) : undefined;
}

function admitList(type: GraphQLOutputType, value: unknown, call: Call, pass: Pass): unknown {
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) return null;
  const items = Array.from(value as Iterable<unknown>, (item) => admitComposite(type, item, call, pass));
  return items.some(isPromise) ? Promise.all(items).then(appearing) : appearing(items);
}

function appearing(items: readonly unknown[]): readonly unknown[] {
  return items.filter((item) => item !== undefined);
}

function enter(type: GraphQLObjectType, value: unknown, call: Call, { treatment, marks }: Pass): Seen | undefined {
  const kept = treatment === 'generalised' && marks?.generalised ? 'full' : treatment;
  return call.of.lock.enter(type, value, call.from, kept, call.context.grant);
}

/** An object whose type the agency's own resolver of types tells; one of no type of the schema does not appear. */
function enterAbstract(abstract: GraphQLAbstractType, value: unknown, call: Call, pass: Pass): unknown {
  const { context, info, of } = call;
  const resolveType = of.typeResolvers.get(abstract.name) ?? defaultTypeResolver;
  return settle(resolveType(value, context, info, abstract), (name) => {
    const type = typeof name === 'string' ? info.schema.getType(name) : undefined;
    const fits = isObjectType(type) && info.schema.isSubType(abstract, type);
    return fits ? enter(type, value, call, pass) : undefined;
  });
}
