import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { migrate } from '../../platform/database/migrate.ts';
import type { Quotas } from './quotas.ts';

const SCHEMA = 'quota';
const TIMEOUT_MILLISECONDS = 5_000;

/** The counts in a schema of their own of the hub's database. */
export async function openPostgresQuotas(hubUrl: string): Promise<Quotas> {
  const url = new URL(hubUrl);
  url.searchParams.set('schema', SCHEMA);
  await migrate(url.href, fileURLToPath(new URL('./migrations', import.meta.url)));
  const pool = new Pool({
    connectionString: hubUrl,
    application_name: 'concordat quotas',
    max: 2,
    connectionTimeoutMillis: TIMEOUT_MILLISECONDS,
    query_timeout: TIMEOUT_MILLISECONDS,
  });
  pool.on('error', () => undefined);
  return {
    async count(uses, at) {
      const { rows } = await pool.query<{ clause: string; kind: string }>(COUNT, [dayOf(at), JSON.stringify(uses)]);
      const counted = new Set(rows.map(({ clause, kind }) => JSON.stringify([clause, kind])));
      return uses.filter(({ clause, kind }) => counted.has(JSON.stringify([clause, kind])));
    },
    stop: () => pool.end(),
  };
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/**
 * INVARIANT: a row is raised only where it stays within the quota, under the row's own lock, so that searches at the same
 * time never pass it together. Rows are locked in one order, so that no two operations wait for each other.
 */
const COUNT = `
  INSERT INTO quota.searches AS counted (day, clause, agency, kind, used, per_day)
  SELECT $1::date, clause, agency, kind, searches, "perDay"
  FROM jsonb_to_recordset($2::jsonb) AS use (clause text, agency text, kind text, searches int, "perDay" int)
  WHERE searches <= "perDay" ORDER BY clause, agency, kind
  ON CONFLICT (day, clause, agency, kind) DO UPDATE
    SET used = counted.used + EXCLUDED.used, per_day = EXCLUDED.per_day
    WHERE counted.used + EXCLUDED.used <= EXCLUDED.per_day
  RETURNING clause, kind`;
