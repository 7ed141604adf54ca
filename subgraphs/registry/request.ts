import type { AgencyEntry } from '../../policy/parties.ts';
import type { Asking } from '../kit/subgraph.ts';
import type { Records } from './records.ts';
import type { Shelf } from './shelf.ts';

/** One request to the registry. */
export interface RegistryRequest extends Asking {
  readonly agencies: readonly AgencyEntry[];
  readonly shelf: Shelf;
  readonly records: Records;
}

/** The context of the registry's resolvers. */
export interface RegistryContext {
  readonly registry: RegistryRequest;
}
