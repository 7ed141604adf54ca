import type { AgencyContext } from './context.ts';
import type { Source } from './rows/source.ts';
import type { EntityType } from '../../schema/contract.ts';

/** A resolver of references to entities of one type. */
export type ReferenceResolver = (
  reference: { readonly id?: unknown },
  context: AgencyContext,
) => Promise<Source | null>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Loads the entity that a reference names; null when there is none, or when the id cannot be one. */
export function referenceResolver(type: EntityType): ReferenceResolver {
  return async ({ id }, { entities }) =>
    typeof id === 'string' && UUID.test(id) ? entities[type].load(id.toLowerCase()) : null;
}
