import type { BlindingKeys } from '../../../matching/blinding-keys.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { noteEpochTold } from './contributed.ts';
import { pointerOf, type Contributed } from './pointer.ts';
import { loadStored, type StoredIds } from './stored.ts';
import { loadSubjects } from './subjects.ts';
import { holdOutbox, writeUpserts } from './write.ts';

/** The keys by which selectors are blinded at the moment; undefined: there are none, and none are contributed. */
export type Blinding = () => BlindingKeys | undefined;

/** Objects that are told of in one go: what is large is gone through part by part. */
const PART = 500;

/**
 * Tells the index how objects are that this transaction has just written.
 * INVARIANT: what is told of is read while the outbox is held. Two transactions of which one changes a record and the
 * other a person in it do not see each other's change; the one that comes to the outbox later does, and has the last word.
 */
export async function tellWritten(
  tx: Prisma.TransactionClient,
  blinding: Blinding,
  entities: readonly Contributed[],
): Promise<void> {
  if (entities.length === 0) return;
  await holdOutbox(tx);
  const keys = blinding();
  const named = entities.flatMap((entity) => (entity.type === 'LiaisonContact' ? [] : entity.subjectIds));
  const subjects = await loadSubjects(tx, keys ? named : []);
  await noteEpochTold(tx, keys);
  await writeUpserts(
    tx,
    entities.map((entity) => pointerOf(entity, subjects, keys)),
  );
}

/** Tells the index how stored objects now are. Those that are no longer there are passed over. */
export async function tellStored(
  tx: Prisma.TransactionClient,
  blinding: Blinding,
  stored: Partial<StoredIds>,
): Promise<void> {
  await holdOutbox(tx);
  for (const part of parts(stored)) await tellWritten(tx, blinding, await loadStored(tx, part));
}

function parts({ records = [], cases = [], contacts = [] }: Partial<StoredIds>): readonly StoredIds[] {
  const none = { records: [], cases: [], contacts: [] };
  return [
    ...cut(records).map((ids) => ({ ...none, records: ids })),
    ...cut(cases).map((ids) => ({ ...none, cases: ids })),
    ...cut(contacts).map((ids) => ({ ...none, contacts: ids })),
  ];
}

function cut(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / PART) }, (_, part) => ids.slice(part * PART, (part + 1) * PART));
}
