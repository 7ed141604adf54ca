import { isObjectType, type GraphQLObjectType } from 'graphql';
import { DeclaredError } from '../../../schema/errors.ts';
import { KIT_ERRORS } from '../errors.ts';
import type { Call } from './call.ts';
import { isPromise, settle } from './settle.ts';

interface Reference {
  readonly __typename: string;
}

type LoadReference = (reference: Reference, context: unknown, info: unknown) => unknown;

/**
 * The entities that references name, each in its place. One that does not appear is null, as is one that does not
 * exist; where none of a type can appear, none is loaded.
 */
export function resolveEntities(representations: unknown, call: Call): readonly unknown[] {
  const references = Array.isArray(representations) ? (representations as readonly unknown[]) : [];
  return references.map((reference) => orError(() => resolveEntity(reference, call), call));
}

function resolveEntity(reference: unknown, { of, info, context }: Call): unknown {
  const { lock } = of;
  const { grant } = context;
  if (!isReference(reference)) return null;
  const type = info.schema.getType(reference.__typename);
  if (!isObjectType(type) || !lock.mayAppear(grant, type)) return null;
  const load = loaderOf(type);
  return settle(load ? load(reference, context, info) : reference, (source: unknown) => {
    if (source instanceof Error) throw source;
    return source === null || source === undefined
      ? null
      : (lock.enter(type, source, undefined, undefined, grant) ?? null);
  });
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '__typename' in value && typeof value.__typename === 'string';
}

/** `__resolveReference`, where `buildSubgraphSchema` keeps it. Without one the reference itself is the object. */
function loaderOf(type: GraphQLObjectType): LoadReference | undefined {
  const apollo = type.extensions.apollo as
    { readonly subgraph?: { readonly resolveReference?: LoadReference } } | undefined;
  return apollo?.subgraph?.resolveReference;
}

/** One reference that fails does not take the others with it: an error in a list stands for its place. */
function orError(action: () => unknown, { of }: Call): unknown {
  const fail = (error: unknown): Error => {
    of.lock.trouble(error, 'Query._entities');
    return new DeclaredError(KIT_ERRORS.FIELD_FAILED, 'an object could not be loaded');
  };
  try {
    const value = action();
    return isPromise(value) ? value.then(undefined, fail) : value;
  } catch (error) {
    return fail(error);
  }
}
