import type { Prisma } from '../prisma/generated/client.ts';
import { caseValues } from '../rows/case.ts';
import { recordValues } from '../rows/record.ts';
import type { Contributed } from './pointer.ts';

type Tx = Prisma.TransactionClient;

/** Objects that are in the database, by their ids. */
export interface StoredIds {
  readonly records: readonly string[];
  readonly cases: readonly string[];
  readonly contacts: readonly string[];
}

/** The objects as they now are, with the ids of their subjects; those that are not there are left out. */
export async function loadStored(tx: Tx, { records, cases, contacts }: StoredIds): Promise<readonly Contributed[]> {
  return [...(await loadRecords(tx, records)), ...(await loadCases(tx, cases)), ...(await loadContacts(tx, contacts))];
}

async function loadRecords(tx: Tx, ids: readonly string[]): Promise<readonly Contributed[]> {
  if (ids.length === 0) return [];
  const rows = await tx.record.findMany({ where: { id: { in: [...ids] } }, include: SUBJECTS });
  return rows.map(({ subjects, ...row }) => ({ type: 'Record', ...recordValues(row), subjectIds: subjects.map(idOf) }));
}

async function loadCases(tx: Tx, ids: readonly string[]): Promise<readonly Contributed[]> {
  if (ids.length === 0) return [];
  const rows = await tx.case.findMany({ where: { id: { in: [...ids] } }, include: SUBJECTS });
  return rows.map(({ subjects, ...row }) => ({ type: 'Case', ...caseValues(row), subjectIds: subjects.map(idOf) }));
}

async function loadContacts(tx: Tx, ids: readonly string[]): Promise<readonly Contributed[]> {
  if (ids.length === 0) return [];
  const rows = await tx.liaisonContact.findMany({ where: { id: { in: [...ids] } } });
  return rows.map((row) => ({ type: 'LiaisonContact', ...row }));
}

const SUBJECTS = { subjects: { select: { subjectId: true }, orderBy: { position: 'asc' } } } as const;

function idOf({ subjectId }: { readonly subjectId: string }): string {
  return subjectId;
}
