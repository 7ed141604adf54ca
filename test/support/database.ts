import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { administrate, type Administration } from '../../platform/database/administration.ts';
import { startEmbedded } from '../../platform/database/embedded.ts';
import { isAlive } from '../../platform/database/liveness.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { readMigrations } from '../../platform/database/migrations.ts';

/** A database of one suite. */
export interface TestDatabase {
  /** Known once the suite's `beforeAll` has run. */
  readonly url: string;
}

/**
 * Gives the suite that calls it a database of its own, cloned from one that has the migrations of the directory
 * (relative to the repository), and drops it at the end. Without a directory it is empty.
 */
export function useDatabase(migrations?: string): TestDatabase {
  const database = { url: '' };
  let administration: Administration;
  let name: string;
  beforeAll(async () => {
    administration = await testServer();
    name = await create(administration, migrations);
    database.url = administration.urlOf(name);
  });
  afterAll(async () => {
    await administration.drop(name);
    await administration.close();
  });
  return database;
}

/**
 * The server of the tests: that of TEST_DATABASE_URL or DATABASE_URL, else an embedded one. All workers of a run share
 * it, and it ends with the last of them: it is never stopped between suites. Close what is returned.
 */
export async function testServer(): Promise<Administration> {
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  return administrate(url ?? (await (embedded ??= joinEmbedded())));
}

/** Joined once by each worker. */
let embedded: Promise<string> | undefined;

async function joinEmbedded(): Promise<string> {
  const { url } = await startEmbedded({ home: HOME, durable: false });
  const administration = await administrate(url);
  await dropAbandoned(administration);
  await administration.close();
  return url;
}

async function create(administration: Administration, migrations: string | undefined): Promise<string> {
  const name = `concordat_test_${process.pid}_${counter++}_${Date.now().toString(36)}`;
  if (migrations === undefined) await administration.ensure(name);
  else await administration.clone(await templateOf(administration, migrations), name);
  return name;
}

let counter = 0;

/** A database that has the migrations of the directory (relative to the repository), to be cloned. @returns its name */
export function templateOf(administration: Administration, migrations: string): Promise<string> {
  const known = templates.get(migrations) ?? ensureTemplate(administration, migrations);
  templates.set(migrations, known);
  return known;
}

const templates = new Map<string, Promise<string>>();

/** Templates are kept from run to run: they are named by what made them, and appear under that name when they are whole. */
async function ensureTemplate(administration: Administration, migrations: string): Promise<string> {
  const directory = fileURLToPath(new URL(`../../${migrations}`, import.meta.url));
  const checksums = readMigrations(directory).map(({ checksum }) => checksum);
  const template = `concordat_template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16)}`;
  await underLock(administration, async () => {
    await administration.ensure(template);
    await migrate(administration.urlOf(template), directory);
  });
  return template;
}

/** One worker makes a template while the others wait. */
async function underLock(administration: Administration, action: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: administration.urlOf('postgres') });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(20100326)');
    await action();
  } finally {
    await client.end();
  }
}

/** Drops what killed runs left: the databases of processes that are no more. */
async function dropAbandoned(administration: Administration): Promise<void> {
  for (const name of await administration.list('concordat_test_')) {
    if (!isAlive(Number(name.split('_')[2]))) await administration.drop(name);
  }
}

const HOME = fileURLToPath(new URL('../../.concordat/test', import.meta.url));
