import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are not there. Node.js' own `recursive` never comes back where a folder cannot
 * be made in one that is there, as below `/proc`.
 * @param mode of those that are made
 * @throws the error of the operating system, which names the folder
 */
export function makeFolder(path: string, mode?: number): void {
  try {
    mkdirSync(path, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return refuseFile(path, error);
    const above = dirname(path);
    if (code !== 'ENOENT' || above === path) throw error;
    makeFolder(above, mode);
    makeInside(path, mode);
  }
}

/** Once: what is above is there, so whatever is in the way now stays in the way. Somebody else may have been first. */
function makeInside(path: string, mode?: number): void {
  try {
    mkdirSync(path, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    refuseFile(path, error);
  }
}

function refuseFile(path: string, error: unknown): void {
  if (!statSync(path).isDirectory()) throw error;
}
