import { openPrisma } from '../../platform/database/prisma.ts';
import { PrismaClient } from '../../subgraphs/index/prisma/generated/client.ts';
import { useDatabase } from '../support/database.ts';

/** Gives the suite an index of its own, with nothing in it; known once the suite's `beforeAll` has run. */
export function useIndex(): { readonly database: PrismaClient } {
  const url = useDatabase('subgraphs/index/prisma/migrations');
  const index: { database?: PrismaClient } = {};
  beforeAll(() => {
    index.database = openPrisma(PrismaClient, url.url);
  });
  afterAll(() => index.database?.$disconnect());
  return index as { readonly database: PrismaClient };
}
