import type { PointerType } from '../outbox/entry.ts';
import { tellStored } from '../outbox/tell.ts';
import { holdOutbox, writeWithdrawal } from '../outbox/write.ts';
import type { OutboxRefused, Prisma } from '../prisma/generated/client.ts';
import type { AgencyStore } from './agency-store.ts';

/** What the hub will not have, one for each receiver and object. */
export type RefusedRow = OutboxRefused;

/** What was set aside first, at most so many. */
export function refusedOf({ prisma }: AgencyStore, most: number): Promise<readonly RefusedRow[]> {
  return prisma.outboxRefused.findMany({ orderBy: [{ refusedAt: 'asc' }, { id: 'asc' }], take: most });
}

/** How much was set aside. */
export function countRefused({ prisma }: AgencyStore): Promise<number> {
  return prisma.outboxRefused.count();
}

/** Who refuses something, and by which error: what anybody may know of it. */
export async function refusalsOf({ prisma }: AgencyStore): Promise<readonly { receiver: string; code: string }[]> {
  const refusals = await prisma.outboxRefused.groupBy({ by: ['receiver', 'code'], orderBy: { code: 'asc' } });
  return refusals;
}

/** Objects of one step: live changes wait for as long as one takes. */
const STEP = 200;

/**
 * Tells of everything anew that was set aside until now, as it is now. What is refused again is set aside again.
 * @returns how many objects are told of
 */
export async function retryRefused(store: AgencyStore): Promise<number> {
  const [{ until }] = await store.prisma.$queryRaw<[{ until: Date }]>`SELECT clock_timestamp() AS until`;
  for (let told = 0; ;) {
    const step = await store.prisma.$transaction((tx) => retrySome(tx, store, until));
    if (step === 0) return told;
    told += step;
  }
}

/** INVARIANT: what is taken from what was set aside is in the outbox when that is committed: nothing is lost between. */
async function retrySome(tx: Prisma.TransactionClient, { blinding }: AgencyStore, until: Date): Promise<number> {
  await holdOutbox(tx);
  const rows = await tx.outboxRefused.findMany({ where: { refusedAt: { lte: until } }, take: STEP });
  for (const { receiver, type, id } of rows) {
    await tx.outboxRefused.delete({ where: { receiver_type_id: { receiver, type, id } } });
  }
  const written = rows.filter(({ op }) => op === 'UPSERT');
  const ids = (type: PointerType) => [...new Set(written.filter((row) => row.type === type).map(({ id }) => id))];
  await tellStored(tx, blinding, { records: ids('RECORD'), cases: ids('CASE'), contacts: ids('LIAISON_CONTACT') });
  for (const { type, id } of rows.filter(({ op }) => op === 'WITHDRAW')) await writeWithdrawal(tx, { type, id });
  return rows.length;
}
