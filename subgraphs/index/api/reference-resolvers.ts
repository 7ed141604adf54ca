import { ENTITY_TYPES, type EntityType } from '../../../schema/contract.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { POINTER_TYPES, type Family } from '../columns.ts';
import type { IndexContext } from '../request.ts';
import type { Reference } from './references.ts';
import { disclosed } from './resolver.ts';

/** Finds a reference again, as the federation asks. */
export type ReferenceResolver = (reference: Reference, context: IndexContext) => Promise<Reference | null>;

/**
 * How references are resolved, by type: `Record`, `IceRecord`. A reference comes back only where its object is disclosed
 * in full, so that asking for it tells nothing else. The index has no pointers to subjects: they never come back.
 */
export function referenceResolvers(
  agencies: readonly AgencyEntry[],
): Readonly<Record<string, { readonly __resolveReference: ReferenceResolver }>> {
  const types = ENTITY_TYPES.flatMap((entity) => [
    [entity, entity] as const,
    ...agencies.map(({ prefix }) => [prefix + entity, entity] as const),
  ]);
  const subject = ['Subject', 'Person'] as const;
  return Object.fromEntries(
    [...types, subject].map(([typename, entity]) => [typename, { __resolveReference: resolverOf(typename, entity) }]),
  );
}

function resolverOf(typename: string, entity: EntityType): ReferenceResolver {
  if (!isFamily(entity)) return () => Promise.resolve(null);
  return async ({ id }, context) => {
    const reference = await disclosed(entity, id, context);
    return reference && (typename === entity || typename === reference.__typename) ? reference : null;
  };
}

function isFamily(entity: EntityType): entity is Family {
  return Object.hasOwn(POINTER_TYPES, entity);
}
