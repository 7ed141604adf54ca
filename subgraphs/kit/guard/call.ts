import {
  getNamedType,
  isLeafType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
} from 'graphql';
import type { ArguedField } from '../../../policy/arguments.ts';
import type { Grant } from '../../../policy/grant.ts';
import type { Lock } from './lock.ts';
import type { Rule } from './rule.ts';
import type { Seen } from './seen.ts';

/** What the lock reads of a request's context. Without a grant nothing is disclosed. */
export interface LockContext {
  readonly grant?: Grant | undefined;
}

/** A resolver of the agency's own. */
export type Resolve = (
  source: unknown,
  args: Readonly<Record<string, unknown>>,
  context: LockContext,
  info: GraphQLResolveInfo,
) => unknown;

/** The agency's own resolvers of abstract types, by type. */
export type TypeResolvers = ReadonlyMap<string, GraphQLTypeResolver<unknown, unknown>>;

/** A field with its lock: what is the same for every call. */
export interface LockedField {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly rule: Rule;
  /** Absent: it takes no arguments, or the contract's own. */
  readonly argued: ArguedField | undefined;
  readonly lock: Lock;
  readonly resolve: Resolve;
  readonly typeResolvers: TypeResolvers;
  /** Name of the scalar or enum that it is of, in a list or not. Undefined: it leads to objects. */
  readonly leaf: string | undefined;
}

/** One field that is asked for, of one object. */
export interface Call {
  readonly of: LockedField;
  readonly parent: unknown;
  /** The object, when it is not the root. */
  readonly from: Seen | undefined;
  readonly args: Readonly<Record<string, unknown>>;
  readonly context: LockContext;
  readonly info: GraphQLResolveInfo;
}

/** Asks the agency's own resolver. */
export function ask({ of, parent, from, args, context, info }: Call): unknown {
  return of.resolve(from ? from.source : parent, args, context, info);
}

/** The scalar or enum that a type is of; undefined: it is of objects. */
export function leafOf(type: GraphQLOutputType): string | undefined {
  const named = getNamedType(type);
  return isLeafType(named) ? named.name : undefined;
}
