import type { Prisma } from '../prisma/generated/client.ts';
import { tellWritten, type Blinding } from '../outbox/tell.ts';
import { isRandomId } from '../../../policy/random-id.ts';
import type { Stored } from '../rows/stored.ts';
import type { AgencyStore } from './agency-store.ts';
import { chunksOf } from './chunks.ts';
import {
  insertCases,
  insertContacts,
  insertGroups,
  insertOrganizations,
  insertPersons,
  insertRecords,
} from './insert.ts';
import { ofType } from './links.ts';

/** Entities in one transaction. */
const CHUNK = 1000;

const TIMEOUT_MILLISECONDS = 60_000;

/**
 * Loads many entities, in transactions of a thousand, each with its entries for the index. What is there already is
 * left as it is, so that an import that was interrupted can be run again.
 * @param entities in an order in which every link points backwards
 * @returns how many entities were read
 * @throws Error when an id can be guessed, or tells when it was made: nothing of the thousand that it is among is loaded
 */
export async function importEntities(
  { prisma, blinding }: AgencyStore,
  entities: AsyncIterable<Stored> | Iterable<Stored>,
): Promise<number> {
  let count = 0;
  for await (const chunk of chunksOf(entities, CHUNK)) {
    refuseGuessable(chunk);
    await prisma.$transaction((tx) => insertChunk(tx, blinding, chunk), { timeout: TIMEOUT_MILLISECONDS });
    count += chunk.length;
  }
  return count;
}

/** INVARIANT: an id proves nothing and tells nothing, so that nobody can ask for what they do not know of. */
function refuseGuessable(chunk: readonly Stored[]): void {
  const at = chunk.findIndex(({ id }) => !isRandomId(id));
  if (at === -1) return;
  throw new Error(
    `the id of a ${chunk[at]?.type} is no random UUID (version 4): give every object one, and keep it for it`,
  );
}

/** Links point backwards, and from one type to another in this order, so a chunk may be inserted type by type. */
async function insertChunk(tx: Prisma.TransactionClient, blinding: Blinding, chunk: readonly Stored[]): Promise<void> {
  const contacts = await insertContacts(tx, ofType(chunk, 'LiaisonContact'));
  await insertPersons(tx, ofType(chunk, 'Person'));
  await insertGroups(tx, ofType(chunk, 'Group'));
  await insertOrganizations(tx, ofType(chunk, 'Organization'));
  const cases = await insertCases(tx, ofType(chunk, 'Case'));
  const records = await insertRecords(tx, ofType(chunk, 'Record'));
  await tellWritten(tx, blinding, [...contacts, ...cases, ...records]);
}
