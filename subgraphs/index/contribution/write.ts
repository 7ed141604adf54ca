import type { Prisma } from '../prisma/generated/client.ts';
import { raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import type { Upsert, Withdrawal } from './entry.ts';
import { clearSql, leaveSql, mergeOf, withdrawSql } from './merge.ts';
import { ROW_COLUMNS, rowOf } from './row.ts';

const TYPED = raw(ROW_COLUMNS.map(({ name, type }) => `${name} ${type}`).join(', '));

/**
 * Writes pointers and their selectors over what was there.
 * @returns whether all of them were the agency's to write
 */
export async function upsertPointers(
  transaction: Prisma.TransactionClient,
  agency: string,
  entries: readonly Upsert[],
): Promise<boolean> {
  if (entries.length === 0) return true;
  const rows = JSON.stringify(entries.map(rowOf));
  const { pointers, selectors, leads } = mergeOf(
    agency,
    sql`(SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS row (${TYPED}))`,
  );
  const ids = entries.map(({ id }) => id);
  await transaction.$executeRaw(clearSql(own(ids, agency)));
  const written = await transaction.$executeRaw(pointers);
  await transaction.$executeRaw(selectors);
  if (entries.some(({ type }) => type === 'CASE')) await transaction.$executeRaw(leads);
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
  await transaction.$executeRaw(clearSql(own(ids, agency)));
  await transaction.$executeRaw(leaveSql(own(ids, agency)));
  await transaction.$executeRaw(withdrawSql(own(ids, agency)));
  await transaction.$executeRaw(sql`
    INSERT INTO withdrawn_during_load (agency, id)
    SELECT ${agency}, told.id FROM unnest(${ids}::uuid[]) AS told (id)
    WHERE EXISTS (SELECT FROM load WHERE agency = ${agency} AND finished_at IS NULL)
    ON CONFLICT (agency, id) DO UPDATE SET withdrawn_at = EXCLUDED.withdrawn_at`);
}

/** Named one by one, so that each is found by its id however few there are. */
function own(ids: readonly string[], agency: string): Sql {
  return sql`id = ANY(${[...ids]}::uuid[]) AND originator = ${agency}`;
}
