// `npm run recontribute -- DEA`: lets one agency tell the index anew of everything that it holds, as after the index was
// lost. What runs the agency's subgraph does it, in the order of its other changes; this only asks for it, and tells how
// far it has come. After a change of the blinding keys nobody needs to ask.
import './quiet.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { agencyDatabase } from '../platform/database/names.ts';
import { openPrisma } from '../platform/database/prisma.ts';
import { openServer } from '../platform/database/server.ts';
import { PrismaClient } from '../subgraphs/agency/prisma/generated/client.ts';
import type { AgencyStore } from '../subgraphs/agency/store/agency-store.ts';
import { contributeAllAgain, progressOf } from '../subgraphs/agency/store/contribute-again.ts';
import { readConfig } from './config.ts';
import { endOnUncaught, lastWords } from './last-words.ts';
import { openBlindingKeys, readPinned } from './party.ts';
import { stopSignal } from './running.ts';

const LOOK_MILLISECONDS = 2000;

async function main([code, ...more]: readonly string[]): Promise<void> {
  const { signal } = stopSignal();
  const config = readConfig(process.env);
  const pinned = await readPinned(config);
  const codes = pinned.agencies.map((agency) => agency.code);
  if (!code || !codes.includes(code) || more.length > 0)
    throw new Error(`usage: npm run recontribute -- CODE, with CODE one of: ${codes.join(', ')}`);
  const { home, databaseUrl, databases } = config;
  const server = await openServer({ home, databaseUrl, databases });
  const keys = await openBlindingKeys(config, pinned);
  const prisma = openPrisma(PrismaClient, await server.ensure(agencyDatabase(code)));
  try {
    await again({ prisma, blinding: () => keys.current() }, code, signal);
  } finally {
    await prisma.$disconnect();
    await keys.stop();
    await server.stop();
    await pinned.stop();
  }
}

async function again(store: AgencyStore, code: string, signal: AbortSignal): Promise<void> {
  await contributeAllAgain(store);
  console.log(
    `${code} tells the index of everything anew, as soon as its subgraph runs (Ctrl-C ends only this report)`,
  );
  for (;;) {
    await pause(LOOK_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const told = await progressOf(store);
    if (told === 'all') return console.log(`${code} has told of everything`);
    console.log(`${told.what}: ${told.percent} %`);
  }
}

endOnUncaught();
main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(lastWords(error));
    process.exit(1);
  },
);
