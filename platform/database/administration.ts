import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, escapeIdentifier, Pool } from 'pg';
import { DatabaseUnavailable } from './failure.ts';

/** Creates and drops the databases of one server. */
export interface Administration {
  /** Url of another database on the server, with the account and options of the one that was given. */
  urlOf(name: string): string;
  /** Names of the databases that begin so. */
  list(prefix: string): Promise<readonly string[]>;
  ensure(name: string): Promise<void>;
  clone(template: string, name: string): Promise<void>;
  drop(name: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param url Any database on the server.
 * @throws DatabaseUnavailable when the server cannot be reached, or is older than PostgreSQL 15.
 */
export async function administrate(url: string): Promise<Administration> {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    idleTimeoutMillis: 5_000,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  pool.on('error', () => undefined);
  await checkVersion(pool, url);
  return {
    urlOf: (name) => urlOf(url, name),
    list: (prefix) => list(pool, prefix),
    ensure: (name) => ensure(pool, name),
    clone: (template, name) => clone(pool, template, name),
    drop: async (name) => void (await pool.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`)),
    close: () => pool.end(),
  };
}

async function checkVersion(pool: Pool, url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  try {
    const { rows } = await pool.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
    if (Number(rows[0]?.version) >= 150_000) return;
  } catch (cause) {
    await pool.end();
    throw new DatabaseUnavailable(`The database \`${host}${pathname}\` does not answer: ${reasonOf(cause)}`, { cause });
  }
  await pool.end();
  throw new DatabaseUnavailable(`The database server \`${host}\` is older than PostgreSQL 15.`);
}

function urlOf(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

async function list(pool: Pool, prefix: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>('SELECT datname AS name FROM pg_database');
  return rows.map(({ name }) => name).filter((name) => name.startsWith(prefix));
}

async function ensure(pool: Pool, name: string): Promise<void> {
  const { rowCount } = await pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  try {
    await pool.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } catch (cause) {
    if (!CREATED_MEANWHILE.has(codeOf(cause))) throw new DatabaseUnavailable(cannotCreate(name, cause), { cause });
  }
}

/** A connection to the template that is just closing is in the way for a moment. */
async function clone(pool: Pool, template: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await pool.query(
        `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)} STRATEGY FILE_COPY`,
      );
      return;
    } catch (error) {
      if (codeOf(error) !== OBJECT_IN_USE || tries === 100) throw error;
      await sleep(50);
    }
  }
}

function cannotCreate(name: string, cause: unknown): string {
  const variable = name.replace(/^concordat_agency_/, 'DATABASE_URL_').toUpperCase();
  return `The database \`${name}\` cannot be created: ${reasonOf(cause)}. Create it yourself, or name another in ${variable}.`;
}

function codeOf(error: unknown): string {
  return error instanceof DatabaseError ? (error.code ?? '') : '';
}

/** A refused connection to a name with several addresses is an AggregateError, whose own message is empty. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** SQLSTATE: duplicate_database; unique_violation in the catalogue, when two create it at once. */
const CREATED_MEANWHILE: ReadonlySet<string> = new Set(['42P04', '23505']);
/** SQLSTATE: object_in_use. */
const OBJECT_IN_USE = '55006';
