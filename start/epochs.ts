// `npm run epochs`: tells of each agency how many of its pointers in the index, and of its targets in de-confliction, are
// blinded under which epoch of the key, so that whoever rotates keys knows when an old epoch may be retired, or who has to do
// what before. It asks the database of the hub, and needs no key.
import './quiet.ts';
import { HUB_DATABASE } from '../platform/database/names.ts';
import { openPrisma } from '../platform/database/prisma.ts';
import { openServer } from '../platform/database/server.ts';
import { targetsByEpoch } from '../subgraphs/deconfliction/declarations/epochs.ts';
import { openDatabase } from '../subgraphs/deconfliction/store/database.ts';
import { pointersByEpoch } from '../subgraphs/index/contribution/epochs.ts';
import { PrismaClient } from '../subgraphs/index/prisma/generated/client.ts';
import { readConfig } from './config.ts';
import { epochsTold } from './epochs-told.ts';
import { runToItsEnd } from './last-words.ts';

async function main(): Promise<void> {
  const { home, databaseUrl, databases } = readConfig(process.env);
  const server = await openServer({ home, databaseUrl, databases });
  const url = await server.ensure(HUB_DATABASE);
  const [index, deconfliction] = [openPrisma(PrismaClient, url), await openDatabase(url)];
  try {
    const [pointers, targets] = [await pointersByEpoch(index), await targetsByEpoch(deconfliction, new Date())];
    for (const line of epochsTold(pointers, targets)) console.log(line);
  } finally {
    await index.$disconnect();
    await deconfliction.end();
    await server.stop();
  }
}

runToItsEnd(main);
