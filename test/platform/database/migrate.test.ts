import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../../platform/database/migrate.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();
let directory: string;
let url: string;
let schemas = 0;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'migrations-'));
  writeFileSync(join(directory, 'migration_lock.toml'), 'provider = "postgresql"\n');
  url = `${database.url}?schema=case_${schemas++}`;
  add('1_first', 'CREATE TABLE first (id int)');
});

afterEach(() => rmSync(directory, { recursive: true }));

it('applies what is missing, in order, and nothing twice', async () => {
  expect(await migrate(url, directory)).toEqual(['1_first']);
  add('3_third', 'ALTER TABLE second ADD third int');
  add('2_second', 'CREATE TABLE second (id int)');
  expect(await migrate(url, directory)).toEqual(['2_second', '3_third']);
  expect(await migrate(url, directory)).toEqual([]);
});

it('records a migration as Prisma does', async () => {
  await migrate(url, directory);
  expect(await recorded('migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count')).toEqual([
    {
      migration_name: '1_first',
      checksum: '3d737dd77e2b63ccec99767500a6688d02898a8140feaae4b156b4f37d24844f',
      finished: true,
      applied_steps_count: 1,
    },
  ]);
});

it('lets one of several processes migrate while the others wait', async () => {
  const applied = await Promise.all([migrate(url, directory), migrate(url, directory), migrate(url, directory)]);
  expect(applied.flat()).toEqual(['1_first']);
});

it('refuses a migration that was edited after it was applied', async () => {
  await migrate(url, directory);
  appendFileSync(join(directory, '1_first', 'migration.sql'), '-- an afterthought');
  await expect(migrate(url, directory)).rejects.toThrow('`1_first` was edited after it was applied');
});

it('leaves nothing of a migration that fails, says why, and applies it when it is mended', async () => {
  add('2_second', 'CREATE TABLE second (id int); SELECT 1 / 0');
  const why = 'migration `2_second` failed and changed nothing: SQLSTATE 22012';
  await expect(migrate(url, directory)).rejects.toThrow(why);
  expect(await query(`SELECT to_regclass('second') AS second`)).toEqual([{ second: null }]);
  add('2_second', 'CREATE TABLE second (id int)');
  expect(await migrate(url, directory)).toEqual(['2_second']);
});

it('applies again what a killed process had begun', async () => {
  await migrate(url, directory);
  add('2_second', 'CREATE TABLE second (id int); SELECT pg_terminate_backend(pg_backend_pid())');
  await expect(migrate(url, directory)).rejects.toThrow();
  add('2_second', 'CREATE TABLE second (id int)');
  expect(await migrate(url, directory)).toEqual(['2_second']);
});

it('refuses one that another tool recorded as begun and not finished', async () => {
  await migrate(url, directory);
  await query(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '2_second')`);
  add('2_second', 'CREATE TABLE second (id int)');
  await expect(migrate(url, directory)).rejects.toThrow('migration `2_second` failed before');
});

it('refuses a database of a newer version', async () => {
  add('2_second', 'CREATE TABLE second (id int)');
  await migrate(url, directory);
  rmSync(join(directory, '2_second'), { recursive: true });
  await expect(migrate(url, directory)).rejects.toThrow('`2_second` was applied but is not here');
});

it("refuses somebody else's database", async () => {
  await query(`CREATE SCHEMA ${schema()}; CREATE TABLE ${schema()}.theirs (id int)`);
  await expect(migrate(url, directory)).rejects.toThrow('has tables already and none of our migrations');
});

function add(name: string, sql: string): void {
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, 'migration.sql'), sql);
}

function schema(): string {
  return new URL(url).searchParams.get('schema') ?? '';
}

function recorded(columns: string): Promise<readonly unknown[]> {
  return query(`SELECT ${columns} FROM _prisma_migrations`);
}

async function query(sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url, options: `-c search_path=${schema()}` });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
