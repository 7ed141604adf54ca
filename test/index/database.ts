import type { Pool } from 'pg';
import { openPool } from '../../platform/database/pool.ts';
import { openPrisma } from '../../platform/database/prisma.ts';
import { PrismaClient } from '../../subgraphs/index/prisma/generated/client.ts';
import { useDatabase } from '../support/database.ts';

/** An index of a suite's own. */
export interface TestIndex {
  readonly database: PrismaClient;
  /** Connections that can COPY. */
  readonly loads: Pool;
  /** The database of the hub. */
  readonly url: string;
}

/** Gives the suite an index of its own, with nothing in it; known once the suite's `beforeAll` has run. */
export function useIndex(): TestIndex {
  const url = useDatabase('subgraphs/index/prisma/migrations');
  const index: { database?: PrismaClient; loads?: Pool; url?: string } = {};
  beforeAll(() => {
    index.url = url.url;
    index.database = openPrisma(PrismaClient, url.url);
    index.loads = openPool(url.url, { name: 'concordat test', poolSize: 4 });
  });
  afterAll(async () => {
    await index.loads?.end();
    await index.database?.$disconnect();
  });
  return index as TestIndex;
}
