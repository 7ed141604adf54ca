import type DataLoader from 'dataloader';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { Asking } from '../kit/subgraph.ts';
import type { Family } from './columns.ts';
import type { PrismaClient } from './prisma/generated/client.ts';
import type { CursorSeal } from './search/cursor.ts';
import type { Hit } from './search/hit.ts';
import type { SearchReads } from './search/reads.ts';

/** What the index needs to answer. */
export interface IndexServices {
  readonly database: PrismaClient;
  readonly cursors: CursorSeal;
}

/** One request to the index. */
export interface IndexRequest extends Asking, IndexServices {
  readonly agencies: readonly AgencyEntry[];
  readonly reads: SearchReads;
  /** Pointers that are disclosed in full, by family and id; what is hidden is as if it were not there. */
  readonly disclosed: Readonly<Record<Family, DataLoader<string, Hit | null>>>;
  /** The contact on call, by agency. */
  readonly onCall: DataLoader<string, Hit | null>;
}

/** The context of the index's resolvers. */
export interface IndexContext {
  readonly index: IndexRequest;
}
