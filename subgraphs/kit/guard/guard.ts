import {
  defaultFieldResolver,
  isAbstractType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { DeclaredError } from '../../../schema/errors.ts';
import { KIT_ERRORS } from '../errors.ts';
import { answer } from './answer.ts';
import { arguedField } from './argued.ts';
import { leafOf, type LockContext, type LockedField, type Resolve, type TypeResolvers } from './call.ts';
import { Lock, type LockOptions } from './lock.ts';
import { ruleOf } from './rule.ts';
import { Seen } from './seen.ts';
import { isPromise } from './settle.ts';

/**
 * Puts an agency's lock on its subgraph, in place: from now on every resolver is asked only when the agency's own grant
 * for the caller (`context.grant`) discloses the field on that row, and objects of which nothing is disclosed do not
 * appear. What it does not know, it keeps closed.
 * @param schema built for this purpose by `buildSubgraphSchema`
 */
export function guardSchema(schema: GraphQLSchema, options: LockOptions): GraphQLSchema {
  const lock = new Lock(options);
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const typeResolvers = typeResolversOf(schema);
  for (const type of types) {
    if (isAbstractType(type)) type.resolveType = typeOfSeen;
    if (!isObjectType(type)) continue;
    type.isTypeOf = isOf(type);
    for (const field of Object.values(type.getFields())) {
      field.resolve = locked(lockField(type, field, lock, { schema, typeResolvers }));
    }
  }
  return schema;
}

function lockField(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  lock: Lock,
  { schema, typeResolvers }: { readonly schema: GraphQLSchema; readonly typeResolvers: TypeResolvers },
): LockedField {
  const role = (other: GraphQLObjectType) => lock.role(other);
  const rule = ruleOf(type, field, role(type), lock.contract, role);
  // INVARIANT: what a hit tells is what the lock left of it when it let it in; no resolver is asked for it anew.
  const isRead = role(type).is === 'text-hit' && rule.is !== 'governed';
  const argued = arguedField(type, field, rule, schema, role);
  const resolve = (isRead ? defaultFieldResolver : (field.resolve ?? defaultFieldResolver)) as Resolve;
  return { type, field, rule, argued, lock, resolve, typeResolvers, leaf: leafOf(field.type) };
}

/** What fails in the agency stays in the agency: the answer says only that it failed. */
function locked(of: LockedField): GraphQLFieldResolver<unknown, LockContext> {
  const coordinate = `${of.type.name}.${of.field.name}`;
  const fail = (error: unknown): never => {
    of.lock.trouble(error, coordinate);
    throw new DeclaredError(KIT_ERRORS.FIELD_FAILED, `\`${coordinate}\` could not be answered`);
  };
  return (parent, args: Readonly<Record<string, unknown>>, context, info) => {
    try {
      const from = parent instanceof Seen ? parent : undefined;
      const value = answer({ of, parent, from, args, context, info });
      return isPromise(value) ? value.then(undefined, fail) : value;
    } catch (error) {
      return fail(error);
    }
  };
}

function typeResolversOf(schema: GraphQLSchema): TypeResolvers {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return new Map(abstract.flatMap((type) => (type.resolveType ? [[type.name, type.resolveType] as const] : [])));
}

function typeOfSeen(value: unknown): string | undefined {
  return value instanceof Seen ? value.typename : undefined;
}

/** Objects that are let in know their type; the agency's own check still serves to tell the type of a loaded one. */
function isOf(type: GraphQLObjectType) {
  const own = type.isTypeOf?.bind(type);
  return (value: unknown, context: unknown, info: GraphQLResolveInfo) =>
    value instanceof Seen ? value.typename === type.name : (own?.(value, context, info) ?? false);
}
