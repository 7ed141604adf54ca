import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files (relative) that differ between two folders, or `['']` when two files differ. */
export async function differences(one, other) {
  const files = new Set([...(await filesOf(one)), ...(await filesOf(other))]);
  const differ = await Promise.all(
    [...files].map(async (file) => (await read(one, file)) !== (await read(other, file))),
  );
  return [...files].filter((_, index) => differ[index]).sort();
}

async function filesOf(path) {
  if (!(await stat(path)).isDirectory()) return [''];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1));
}

async function read(folder, file) {
  return readFile(join(folder, file), 'utf8').catch(() => undefined);
}
