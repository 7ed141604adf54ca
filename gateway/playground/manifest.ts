import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The pages of the playground. Each has an entry of its name: `pages/explore/main.tsx`. */
export const PAGES = ['explore', 'target', 'matrix', 'agreements'] as const;
export type Page = (typeof PAGES)[number];

/** What a page loads, as names of files below `assets`. */
export interface PageFiles {
  readonly script: string;
  readonly styles: readonly string[];
  /** What the script imports: a browser that knows it beforehand asks for all at once. */
  readonly imports: readonly string[];
}

/** What a bundle consists of, and what it was made of. */
export interface Manifest {
  readonly pages: Readonly<Record<Page, PageFiles>>;
  /** Every file below `assets`, without the compressed ones beside it. */
  readonly files: readonly string[];
  /** Our sources that it was made of, below the repository. */
  readonly sources: readonly string[];
  /** Of those, and of the versions of the packages. */
  readonly digest: string;
}

/** The manifest of a bundle. Undefined: there is none that can be used. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(manifestPath(folder), 'utf8')) as Partial<Manifest>;
    return PAGES.every((page) => manifest.pages?.[page]) ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

/** Where the manifest of a bundle lies. */
export function manifestPath(folder: string): string {
  return join(folder, 'manifest.json');
}

/** Where the files of a bundle lie. */
export function assetsFolder(folder: string): string {
  return join(folder, 'assets');
}

/** Tells whether two bundles are of the same sources. A source that is gone is one that has changed. */
export async function digestOf(root: string, sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of [...sources].sort()) {
    const text = await readFile(join(root, source)).catch(() => Buffer.from('gone'));
    hash.update(`${source} ${text.length}\n`).update(text);
  }
  return hash.digest('hex');
}
