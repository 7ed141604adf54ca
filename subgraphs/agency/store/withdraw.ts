import type { PointerType } from '../outbox/entry.ts';
import { tellStored } from '../outbox/tell.ts';
import { writeWithdrawal } from '../outbox/write.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { AgencyStore } from './agency-store.ts';

type Tx = Prisma.TransactionClient;

/** Takes a record out of the database and of the index. False: it was not there. */
export function withdrawRecord(store: AgencyStore, id: string): Promise<boolean> {
  return withdrawnAndTold(store, 'RECORD', id, (tx) => tx.record.deleteMany({ where: { id } }));
}

/** Takes a case out of the database and of the index; its records stay. False: it was not there. */
export function withdrawCase(store: AgencyStore, id: string): Promise<boolean> {
  return withdrawnAndTold(store, 'CASE', id, (tx) => tx.case.deleteMany({ where: { id } }));
}

/**
 * Takes a liaison contact out of the database and of the index, and out of the records and cases that name it, of which
 * the index is told. False: it was not there.
 */
export function withdrawContact({ prisma, blinding }: AgencyStore, id: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    // From here nobody can name it.
    await tx.$queryRaw`SELECT 1 FROM "LiaisonContact" WHERE id = ${id}::uuid FOR UPDATE`;
    const unnamed = { where: { contactId: id }, data: { contactId: null }, select: { id: true } } as const;
    const records = await tx.record.updateManyAndReturn(unnamed);
    const cases = await tx.case.updateManyAndReturn(unnamed);
    const { count } = await tx.liaisonContact.deleteMany({ where: { id } });
    await tellStored(tx, blinding, { records: records.map(idOf), cases: cases.map(idOf) });
    if (count > 0) await writeWithdrawal(tx, { type: 'LIAISON_CONTACT', id });
    return count > 0;
  });
}

function withdrawnAndTold(
  { prisma }: AgencyStore,
  type: PointerType,
  id: string,
  remove: (tx: Tx) => Promise<{ count: number }>,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await remove(tx);
    if (count > 0) await writeWithdrawal(tx, { type, id });
    return count > 0;
  });
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
