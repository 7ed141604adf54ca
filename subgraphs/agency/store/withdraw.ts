import type { PointerType } from '../outbox/entry.ts';
import { pointerOf } from '../outbox/pointer.ts';
import { writeUpserts, writeWithdrawal } from '../outbox/write.ts';
import type { Prisma, PrismaClient } from '../prisma/generated/client.ts';
import { caseValues } from '../rows/case.ts';
import { recordValues } from '../rows/record.ts';

type Tx = Prisma.TransactionClient;

/** Takes a record out of the database and of the index. False: it was not there. */
export function withdrawRecord(prisma: PrismaClient, id: string): Promise<boolean> {
  return withdrawnAndTold(prisma, 'RECORD', id, (tx) => tx.record.deleteMany({ where: { id } }));
}

/** Takes a case out of the database and of the index; its records stay. False: it was not there. */
export function withdrawCase(prisma: PrismaClient, id: string): Promise<boolean> {
  return withdrawnAndTold(prisma, 'CASE', id, (tx) => tx.case.deleteMany({ where: { id } }));
}

/**
 * Takes a liaison contact out of the database and of the index, and out of the records and cases that name it, of which
 * the index is told. False: it was not there.
 */
export function withdrawContact(prisma: PrismaClient, id: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    // From here nobody can name it.
    await tx.$queryRaw`SELECT 1 FROM "LiaisonContact" WHERE id = ${id}::uuid FOR UPDATE`;
    const unnamed = { where: { contactId: id }, data: { contactId: null } };
    const records = await tx.record.updateManyAndReturn(unnamed);
    const cases = await tx.case.updateManyAndReturn(unnamed);
    const { count } = await tx.liaisonContact.deleteMany({ where: { id } });
    await writeUpserts(tx, [
      ...records.map((row) => pointerOf({ type: 'Record', ...recordValues(row) })),
      ...cases.map((row) => pointerOf({ type: 'Case', ...caseValues(row) })),
    ]);
    if (count > 0) await writeWithdrawal(tx, { type: 'LIAISON_CONTACT', id });
    return count > 0;
  });
}

function withdrawnAndTold(
  prisma: PrismaClient,
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
