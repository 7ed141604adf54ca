import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder with the migrations of another up to a name, that one included: what an earlier version had. It is removed
 * after the suite that calls this.
 */
export function migrationsUntil(directory: string, last: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-migrations-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const names = readdirSync(directory).filter((name) => name <= last);
  for (const name of names) cpSync(join(directory, name), join(folder, name), { recursive: true });
  return folder;
}
