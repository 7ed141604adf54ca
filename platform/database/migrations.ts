import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One folder of `prisma/migrations`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the SQL, in hexadecimal, as Prisma records it. */
  readonly checksum: string;
}

/**
 * The migrations of a directory in the order of their names, which begin with a time.
 * @throws Error when a folder has no `migration.sql`.
 */
export function readMigrations(directory: string): readonly Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => readMigration(directory, name));
}

function readMigration(directory: string, name: string): Migration {
  const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
