import { POINTER_TYPES, familyOf, toldLabels, type ToldColumn } from '../columns.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { join, raw, sql } from '../sql/fragments.ts';
import type { Upsert, Withdrawal } from './entry.ts';

/** Every label column once. */
const COLUMNS: readonly ToldColumn[] = [
  ...new Map(
    Object.values(POINTER_TYPES).flatMap((type) => [...toldLabels(familyOf(type)).values()].map((c) => [c.column, c])),
  ).values(),
];

const SQL_TYPES = { text: 'text', date: 'date', boolean: 'boolean', list: 'text[]' } as const;

const NAMES = raw(COLUMNS.map(({ column }) => column).join(', '));
const TYPED = raw(COLUMNS.map(({ column, kind }) => `${column} ${SQL_TYPES[kind]}`).join(', '));
const REPLACED = join(
  ['contact_id', 'absent', ...COLUMNS.map(({ column }) => column)].map((name) => raw(`${name} = EXCLUDED.${name}`)),
  ', ',
);

/**
 * Writes pointers over what was there.
 * @returns whether all of them were the agency's to write
 */
export async function upsertPointers(
  transaction: Prisma.TransactionClient,
  agency: string,
  entries: readonly Upsert[],
): Promise<boolean> {
  if (entries.length === 0) return true;
  const rows = JSON.stringify(entries.map(rowOf));
  const written = await transaction.$executeRaw(sql`
    INSERT INTO pointer (id, type, originator, contact_id, absent, ${NAMES})
    SELECT id, type::"PointerType", ${agency}, contact_id, absent, ${NAMES}
    FROM jsonb_to_recordset(${rows}::jsonb) AS row (id uuid, type text, contact_id uuid, absent text[], ${TYPED})
    ON CONFLICT (id) DO UPDATE SET ${REPLACED}
    WHERE pointer.originator = EXCLUDED.originator AND pointer.type = EXCLUDED.type`);
  return written === entries.length;
}

/** Takes pointers of the agency's own away, and keeps whose they were; those that are not there are passed over. */
export async function withdrawPointers(
  transaction: Prisma.TransactionClient,
  agency: string,
  entries: readonly Withdrawal[],
): Promise<void> {
  const ids = entries.map(({ id }) => id);
  if (ids.length === 0) return;
  await transaction.$executeRaw(sql`
    WITH gone AS (DELETE FROM pointer WHERE id = ANY(${ids}::uuid[]) AND originator = ${agency} RETURNING id, type, originator)
    INSERT INTO once_owned (id, type, originator) SELECT id, type, originator FROM gone ON CONFLICT DO NOTHING`);
}

function rowOf({ id, type, pointer }: Upsert): Readonly<Record<string, unknown>> {
  const labels = [...toldLabels(familyOf(type))];
  const values = labels.map(([name, { column }]) => [column, pointer.labels[name] ?? null] as const);
  const absent = labels.map(([name]) => name).filter((name) => pointer.labels[name] === null);
  return { ...Object.fromEntries(values), id, type, contact_id: pointer.contactId, absent };
}
