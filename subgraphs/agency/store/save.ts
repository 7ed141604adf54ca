import type { Contributed } from '../outbox/pointer.ts';
import { tellWritten } from '../outbox/tell.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { caseRow } from '../rows/case.ts';
import { liaisonContactRow } from '../rows/liaison-contact.ts';
import { recordRow } from '../rows/record.ts';
import type { StoredOf, StoredRecord } from '../rows/stored.ts';
import type { AgencyStore } from './agency-store.ts';
import { caseSubjectRows, recordSubjectRows } from './links.ts';

/** Stores a record as it now is, new or changed, with its links, and tells the index. */
export function saveRecord(store: AgencyStore, record: StoredRecord): Promise<void> {
  return savedAndTold(store, record, async (tx) => {
    const row = recordRow(record);
    await tx.record.upsert({ where: { id: record.id }, create: row, update: row });
    await tx.recordSubject.deleteMany({ where: { recordId: record.id } });
    await tx.recordSubject.createMany({ data: recordSubjectRows([record]) });
  });
}

/** Stores a case as it now is, new or changed, with its links, and tells the index. */
export function saveCase(store: AgencyStore, entity: StoredOf<'Case'>): Promise<void> {
  return savedAndTold(store, entity, async (tx) => {
    const row = caseRow(entity);
    await tx.case.upsert({ where: { id: entity.id }, create: row, update: row });
    await tx.caseSubject.deleteMany({ where: { caseId: entity.id } });
    await tx.caseSubject.createMany({ data: caseSubjectRows([entity]) });
  });
}

/** Stores a liaison contact as it now is, new or changed, and tells the index. */
export function saveContact(store: AgencyStore, contact: StoredOf<'LiaisonContact'>): Promise<void> {
  return savedAndTold(store, contact, async (tx) => {
    const row = liaisonContactRow(contact);
    await tx.liaisonContact.upsert({ where: { id: contact.id }, create: row, update: row });
  });
}

function savedAndTold(
  { prisma, blinding }: AgencyStore,
  entity: Contributed,
  save: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await save(tx);
    await tellWritten(tx, blinding, [entity]);
  });
}
