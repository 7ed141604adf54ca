import { randomUUID } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { toldOf } from '../told-error.ts';
import { readMigrations, type Migration } from './migrations.ts';

/** The database and its migrations do not fit together. The message says what to do. */
class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/**
 * Applies the migrations that the database lacks, and records them as `prisma migrate deploy` does: the same table, the
 * same checksums, under the same lock, so that either can be used on either's database.
 * @param url The database; `?schema=` in it names the schema, by default `public`.
 * @param directory `prisma/migrations`.
 * @returns the names of those that were applied.
 * @throws MigrationRefused when one was edited, failed before or fails now, or when the database is not ours.
 */
export async function migrate(url: string, directory: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url, application_name: 'concordat migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await useSchema(client, schemaIn(url));
    return await applyMissing(client, readMigrations(directory));
  } finally {
    // The lock ends with the session.
    await client.end();
  }
}

/** The schema that a url names in Prisma's way. */
export function schemaIn(url: string): string {
  return new URL(url).searchParams.get('schema') ?? 'public';
}

async function useSchema(client: Client, schema: string): Promise<void> {
  if (schema !== 'public') await client.query(`CREATE SCHEMA IF NOT EXISTS ${escapeIdentifier(schema)}`);
  await client.query(`SELECT set_config('search_path', $1, false)`, [escapeIdentifier(schema)]);
}

async function applyMissing(client: Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  await ensureTable(client);
  const { rows } = await client.query<AppliedRow>(APPLIED);
  const missing = missingOf(migrations, new Map(rows.map((row) => [row.migration_name, row])));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** Checks all before any is applied. */
function missingOf(migrations: readonly Migration[], applied: ReadonlyMap<string, AppliedRow>): readonly Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  for (const [name, { finished }] of applied) {
    if (!finished) throw new MigrationRefused(`migration \`${name}\` failed before. ${RESOLVE}`);
    if (!known.has(name))
      throw new MigrationRefused(
        `migration \`${name}\` was applied but is not here: the database is of a newer version`,
      );
  }
  for (const { name, checksum } of migrations) {
    const edited = applied.has(name) && applied.get(name)?.checksum !== checksum;
    if (edited)
      throw new MigrationRefused(
        `migration \`${name}\` was edited after it was applied: restore it, and write a new one`,
      );
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/**
 * One transaction: whoever is killed in the middle leaves nothing behind, and the next start applies it again. A
 * migration that fails has changed nothing.
 */
async function apply(client: Client, { name, checksum, sql }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(RECORD, [randomUUID(), checksum, name]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new MigrationRefused(`migration \`${name}\` failed and changed nothing: ${stateOf(cause)}`, { cause });
  }
}

/** Its words may hold rows that it found. */
function stateOf(cause: unknown): string {
  const { code, kind } = toldOf(cause);
  return code === undefined ? kind : `SQLSTATE ${code}`;
}

/** A schema that has tables but no record of migrations is somebody else's. */
async function ensureTable(client: Client): Promise<void> {
  const { rows } = await client.query<{ ours: boolean; tables: number }>(STATE);
  if (rows[0]?.ours) return;
  if (rows[0]?.tables)
    throw new MigrationRefused('the database has tables already and none of our migrations: name an empty database');
  await client.query(TABLE);
}

const RESOLVE =
  'Undo by hand what it left in the database, and mark it: `npx prisma migrate resolve --rolled-back NAME` ' +
  '(or set `rolled_back_at` of its row in `_prisma_migrations`)';

/** The advisory lock that Prisma Migrate itself takes. */
const PRISMA_LOCK = 72707369;

const RECORD = `
  INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, now(), 1)`;

const STATE = `
  SELECT to_regclass('_prisma_migrations') IS NOT NULL AS ours, count(*)::int AS tables
  FROM pg_tables WHERE schemaname = current_schema()`;

const APPLIED = `
  SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
  FROM _prisma_migrations WHERE rolled_back_at IS NULL`;

/** Prisma's own definition. */
const TABLE = `
  CREATE TABLE _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;
