import type { Prisma } from '../prisma/generated/client.ts';
import type { Pointer } from './entry.ts';

/*
 * INVARIANT: in a transaction, the outbox is written last. The first entry takes a lock that keeps other writers from
 * the outbox until the transaction ends (see the migration `outbox_order`).
 */

/** Waits until no other transaction writes to the outbox, and keeps others from it until this one ends. */
export async function holdOutbox(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(1129270851, 1)`;
}

/** Writes that these objects are there, and what the index is told of them. */
export async function writeUpserts(tx: Prisma.TransactionClient, pointers: readonly Pointer[]): Promise<void> {
  if (pointers.length === 0) return;
  const rows = pointers.map(({ type, id, ...pointer }) => ({ op: 'UPSERT', type, id, pointer }));
  // In one JSON text, as in `store/bulk.ts`; numbers are drawn in the order of the rows.
  await tx.$executeRaw`
    INSERT INTO outbox (op, type, id, pointer)
    SELECT op, type, id, pointer FROM jsonb_populate_recordset(NULL::outbox, ${JSON.stringify(rows)}::jsonb)`;
}

/** Writes that an object is no longer there. */
export async function writeWithdrawal(
  tx: Prisma.TransactionClient,
  { type, id }: Pick<Pointer, 'type' | 'id'>,
): Promise<void> {
  await tx.outbox.create({ data: { op: 'WITHDRAW', type, id } });
}
