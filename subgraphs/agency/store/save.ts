import { pointerOf, type Contributed } from '../outbox/pointer.ts';
import { writeUpserts } from '../outbox/write.ts';
import type { Prisma, PrismaClient } from '../prisma/generated/client.ts';
import { caseRow } from '../rows/case.ts';
import { liaisonContactRow } from '../rows/liaison-contact.ts';
import { recordRow } from '../rows/record.ts';
import type { StoredOf, StoredRecord } from '../rows/stored.ts';
import { caseSubjectRows, recordSubjectRows } from './links.ts';

/** Stores a record as it now is, new or changed, with its links, and tells the index. */
export function saveRecord(prisma: PrismaClient, record: StoredRecord): Promise<void> {
  return savedAndTold(prisma, record, async (tx) => {
    const row = recordRow(record);
    await tx.record.upsert({ where: { id: record.id }, create: row, update: row });
    await tx.recordSubject.deleteMany({ where: { recordId: record.id } });
    await tx.recordSubject.createMany({ data: recordSubjectRows([record]) });
  });
}

/** Stores a case as it now is, new or changed, with its links, and tells the index. */
export function saveCase(prisma: PrismaClient, entity: StoredOf<'Case'>): Promise<void> {
  return savedAndTold(prisma, entity, async (tx) => {
    const row = caseRow(entity);
    await tx.case.upsert({ where: { id: entity.id }, create: row, update: row });
    await tx.caseSubject.deleteMany({ where: { caseId: entity.id } });
    await tx.caseSubject.createMany({ data: caseSubjectRows([entity]) });
  });
}

/** Stores a liaison contact as it now is, new or changed, and tells the index. */
export function saveContact(prisma: PrismaClient, contact: StoredOf<'LiaisonContact'>): Promise<void> {
  return savedAndTold(prisma, contact, async (tx) => {
    const row = liaisonContactRow(contact);
    await tx.liaisonContact.upsert({ where: { id: contact.id }, create: row, update: row });
  });
}

function savedAndTold(
  prisma: PrismaClient,
  entity: Contributed,
  save: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await save(tx);
    await writeUpserts(tx, [pointerOf(entity)]);
  });
}
