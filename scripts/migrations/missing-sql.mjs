import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSchemaEngine } from './schema-engine.mjs';

/** The SQL that the migrations of `prisma/` lack to arrive at its schema; empty when they lack nothing. */
export async function missingSql(prisma, shadowUrl) {
  const engine = await loadSchemaEngine(shadowUrl);
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationsOf(join(prisma, 'migrations')) },
    to: { tag: 'schemaDatamodel', ...schemaOf(prisma) },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = stdout ?? '';
  return sql.trim() === '-- This is an empty migration.' ? '' : sql;
}

function schemaOf(prisma) {
  const path = join(prisma, 'schema.prisma');
  return { files: [{ path, content: readFileSync(path, 'utf8') }] };
}

function migrationsOf(baseDir) {
  const lock = join(baseDir, 'migration_lock.toml');
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: foldersOf(baseDir).map((path) => ({ path, migrationFile: sqlOf(join(baseDir, path)) })),
  };
}

function foldersOf(baseDir) {
  if (!existsSync(baseDir)) return [];
  const entries = readdirSync(baseDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function sqlOf(folder) {
  return { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(join(folder, 'migration.sql'), 'utf8') } };
}
