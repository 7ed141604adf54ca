import { randomUUID } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Replaces a file: a reader sees the old contents or the new ones, never a part. `mode` is a Unix mode, default 0644. */
export async function replaceFile(path: string, contents: string | Uint8Array, mode = 0o644): Promise<void> {
  await rename(await writeBeside(path, contents, mode), path);
}

/**
 * Writes a file that is not there yet. Of two processes that do so at once, one wins, and both find its text.
 * @returns whether this call wrote it
 */
export async function createFile(path: string, text: string, mode = 0o644): Promise<boolean> {
  const written = await writeBeside(path, text, mode);
  try {
    await link(written, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(written, { force: true });
  }
}

async function writeBeside(path: string, contents: string | Uint8Array, mode: number): Promise<string> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  await writeFile(beside, contents, { mode, flag: 'wx' });
  return beside;
}
