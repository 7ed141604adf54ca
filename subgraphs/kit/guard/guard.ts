import {
  defaultFieldResolver,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql';
import { DeclaredError } from '../../../schema/errors.ts';
import type { Grant } from '../../../policy/grant.ts';
import { KIT_ERRORS } from '../errors.ts';
import { admit, type Gate } from './admit.ts';
import { resolveEntities } from './entities.ts';
import { Lock, type LockOptions } from './lock.ts';
import { ruleOf, type Rule } from './rule.ts';
import { Seen } from './seen.ts';
import { isPromise } from './settle.ts';

/** What the lock reads of a request's context. Without a grant nothing is disclosed. */
export interface LockContext {
  readonly grant?: Grant | undefined;
}

type Resolver = GraphQLFieldResolver<unknown, LockContext>;
type TypeResolvers = ReadonlyMap<string, GraphQLTypeResolver<unknown, unknown>>;

/**
 * Puts an agency's lock on its subgraph, in place: from now on every resolver is asked only when the agency's own grant
 * for the caller (`context.grant`) discloses the field on that row, and objects of which nothing is disclosed do not
 * appear. What it does not know, it keeps closed.
 * @param schema built for this purpose by `buildSubgraphSchema`
 */
export function guardSchema(schema: GraphQLSchema, options: LockOptions): GraphQLSchema {
  const lock = new Lock(options);
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const typeResolvers = new Map(
    types.filter(isAbstractType).flatMap((type) => (type.resolveType ? [[type.name, type.resolveType] as const] : [])),
  );
  for (const type of types) {
    if (isAbstractType(type)) type.resolveType = ofSeen;
    if (!isObjectType(type)) continue;
    type.isTypeOf = ofType(type);
    for (const field of Object.values(type.getFields())) field.resolve = guardField(type, field, lock, typeResolvers);
  }
  return schema;
}

function guardField(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  lock: Lock,
  typeResolvers: TypeResolvers,
): Resolver {
  const rule = ruleOf(type, field, lock.role(type), lock.contract, (other) => lock.role(other));
  const resolve = (field.resolve ?? defaultFieldResolver) as Resolver;
  const coordinate = `${type.name}.${field.name}`;
  return (parent, args: Readonly<Record<string, unknown>>, context, info) => {
    const from = parent instanceof Seen ? parent : undefined;
    const gate: Gate = {
      lock,
      grant: context.grant,
      from,
      treatment: undefined,
      marks: undefined,
      typeResolvers,
      context,
      info,
    };
    const ask = () => resolve(from ? from.source : parent, args, context, info);
    return orFailure(() => answer(rule, { type, field, args, gate, ask }), coordinate, lock);
  };
}

/** One field that is asked for. */
interface Asked {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: Readonly<Record<string, unknown>>;
  readonly gate: Gate;
  /** Asks the agency's own resolver. */
  readonly ask: () => unknown;
}

function answer(rule: Rule, asked: Asked): unknown {
  const { field, gate, ask } = asked;
  const { lock, grant, from } = gate;
  switch (rule.is) {
    case 'structural':
      return admit(field.type, ask(), { ...gate, treatment: 'full' });
    case 'labels':
      return answerLabels(asked);
    case 'governed':
      return answerGoverned(rule.coordinate, asked);
    case 'container':
      return lock.opens(grant, rule.type, from?.row) ? admit(field.type, ask(), gate) : null;
    case 'part':
      return from?.treatment === undefined ? answerGoverned(rule.coordinate, asked) : answerPart(rule, asked);
    case 'passage':
      return admit(field.type, ask(), gate);
    case 'entities':
      return resolveEntities(asked.args.representations, gate);
  }
}

function answerGoverned(coordinate: string, { field, gate, ask }: Asked): unknown {
  const treatment = gate.lock.treatment(gate.grant, coordinate, gate.from?.row);
  return treatment === undefined ? closed(field) : admit(field.type, ask(), { ...gate, treatment });
}

/** A part that the contract does not know is not known to be harmless: it is shown in full or not at all. */
function answerPart({ marks }: Extract<Rule, { is: 'part' }>, { field, gate, ask }: Asked): unknown {
  const treatment = gate.from?.treatment;
  if (treatment !== 'full' && !marks) return closed(field);
  return admit(field.type, ask(), { ...gate, treatment, marks });
}

function answerLabels({ type, args, gate }: Asked): unknown {
  const { lock, grant, from } = gate;
  const names = lock.labelNames(grant, type, Array.isArray(args.names) ? (args.names as readonly string[]) : []);
  const labels = from?.row?.labels ?? {};
  return Object.fromEntries(names.filter((name) => Object.hasOwn(labels, name)).map((name) => [name, labels[name]]));
}

/** What stands for a withheld value. Governed fields are nullable; an agency's own list that is not is empty. */
function closed({ type }: GraphQLField<unknown, unknown>): unknown {
  return isNonNullType(type) && isListType(type.ofType) ? [] : null;
}

/** What fails in the agency stays in the agency: the answer says only that it failed. */
function orFailure(action: () => unknown, coordinate: string, lock: Lock): unknown {
  const fail = (error: unknown): never => {
    lock.trouble(error, coordinate);
    throw new DeclaredError(KIT_ERRORS.FIELD_FAILED, `\`${coordinate}\` could not be answered`);
  };
  try {
    const value = action();
    return isPromise(value) ? value.then((settled: unknown) => settled, fail) : value;
  } catch (error) {
    return fail(error);
  }
}

function ofSeen(value: unknown): string | undefined {
  return value instanceof Seen ? value.typename : undefined;
}

/** Objects that are let in know their type; the agency's own check still serves to tell the type of a loaded one. */
function ofType(type: GraphQLObjectType) {
  const own = type.isTypeOf?.bind(type);
  return (value: unknown, context: unknown, info: GraphQLResolveInfo) =>
    value instanceof Seen ? value.typename === type.name : (own?.(value, context, info) ?? false);
}
