import { agencyDatabase } from '../platform/database/names.ts';
import { openPrisma } from '../platform/database/prisma.ts';
import { openServer } from '../platform/database/server.ts';
import { PrismaClient } from '../subgraphs/agency/prisma/generated/client.ts';
import type { AgencyStore } from '../subgraphs/agency/store/agency-store.ts';
import { readConfig } from './config.ts';
import { openBlindingKeys, readPinned } from './party.ts';

/**
 * Works with what an agency holds, beside its subgraph or without it.
 * @throws Error that tells the codes of agencies when this is none
 */
export async function withAgencyStore<Result>(
  code: string | undefined,
  usage: string,
  work: (store: AgencyStore, code: string) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(process.env);
  const pinned = await readPinned(config);
  try {
    const codes = pinned.agencies.map((agency) => agency.code);
    if (!code || !codes.includes(code)) throw new Error(`usage: ${usage}, with CODE one of: ${codes.join(', ')}`);
    const { home, databaseUrl, databases } = config;
    const server = await openServer({ home, databaseUrl, databases });
    const keys = await openBlindingKeys(config, pinned);
    const prisma = openPrisma(PrismaClient, await server.ensure(agencyDatabase(code)));
    try {
      return await work({ prisma, blinding: () => keys.current() }, code);
    } finally {
      await prisma.$disconnect();
      await keys.stop();
      await server.stop();
    }
  } finally {
    await pinned.stop();
  }
}
