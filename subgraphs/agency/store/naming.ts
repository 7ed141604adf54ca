import type { StoredIds } from '../outbox/stored.ts';
import type { Prisma } from '../prisma/generated/client.ts';

/** The records and cases that a person, a group or an organization is in. */
export async function naming(tx: Prisma.TransactionClient, subjectId: string): Promise<Omit<StoredIds, 'contacts'>> {
  const records = await tx.recordSubject.findMany({ where: { subjectId }, select: { recordId: true } });
  const cases = await tx.caseSubject.findMany({ where: { subjectId }, select: { caseId: true } });
  return {
    records: [...new Set(records.map(({ recordId }) => recordId))],
    cases: [...new Set(cases.map(({ caseId }) => caseId))],
  };
}
