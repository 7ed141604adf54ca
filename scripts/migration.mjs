// Writes the migration that brings a database to what the schema says: `npm run migration -- agency NAME`.
// With --check instead of a name it writes nothing, and fails when a migration is missing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';
import { missingSql } from './migrations/missing-sql.mjs';

register();
const { openServer } = await import('../platform/database/server.ts');

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } });
const [subgraph, name] = positionals;
if (!['agency', 'index'].includes(subgraph) || Boolean(name) === Boolean(values.check)) {
  console.error('usage: npm run migration -- agency|index NAME\n       npm run migration -- agency|index --check');
  process.exit(2);
}

const prisma = join(root, 'subgraphs', subgraph, 'prisma');
const sql = await inShadow((url) => missingSql(prisma, url));
if (sql === '') console.log('the migrations are complete');
else if (values.check) fail(`a migration of subgraphs/${subgraph} is missing:\n${sql}`);
else write(sql);

/** Runs the action with an empty database, which is dropped afterwards. */
async function inShadow(action) {
  const databaseUrl = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  const server = await openServer({ home: join(root, '.concordat/test'), databaseUrl, durable: false });
  const shadow = `concordat_test_${process.pid}_shadow`;
  try {
    await server.drop(shadow);
    return await action(await server.ensure(shadow));
  } finally {
    await server.drop(shadow);
    await server.stop();
  }
}

function write(script) {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(prisma, 'migrations', `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), script);
  console.log(`${folder.slice(root.length)}/migration.sql: read it, then run \`npm run generate\``);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
