import type DataLoader from 'dataloader';
import type { Caller } from '../../policy/caller.ts';
import type { Grant } from '../../policy/grant.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { Family } from './columns.ts';
import type { PrismaClient } from './prisma/generated/client.ts';
import type { CursorSeal } from './search/cursor.ts';
import type { Hit } from './search/hit.ts';

/** What the index needs to answer. */
export interface IndexServices {
  readonly database: PrismaClient;
  readonly cursors: CursorSeal;
}

/** Who asks, and what the hub's own copy of the agreements grants them. */
export interface Asking {
  readonly caller: Pick<Caller, 'viewer' | 'purpose'>;
  readonly grant: Grant;
}

/** One request to the index. */
export interface IndexRequest extends Asking, IndexServices {
  readonly agencies: readonly AgencyEntry[];
  /** Pointers that are disclosed in full, by family and id; what is hidden is as if it were not there. */
  readonly disclosed: Readonly<Record<Family, DataLoader<string, Hit | null>>>;
  /** The contact on call, by agency. */
  readonly onCall: DataLoader<string, Hit | null>;
}

/** The context of the index's resolvers. */
export interface IndexContext {
  readonly index: IndexRequest;
}
