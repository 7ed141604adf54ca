// What browsers load, made of `pages/` by esbuild and kept in `dist/playground`: `manifest.json` says which files of
// `assets/` belong to which page.
//
// While you work on pages: `npm run playground -- --watch` makes it anew whenever a source changes, beside an `npm start`
// that runs. The gateway reads the manifest at every visit: reload the page. A mistake in a source is printed, and the
// last good bundle stays.
//
// A page finds Monaco's workers by a constant that is put in its place here, for classic workers:
//   declare const MONACO_WORKERS: { readonly editor: string; readonly json: string; readonly graphql: string };
//   new Worker(MONACO_WORKERS.graphql)
//
// Styles of what is imported later (`await import(…)`) are not loaded by themselves: import them in `main.tsx`.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { replaceFile } from '../../platform/atomic-write.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import { build, type Built } from './building.ts';
import { compressed } from './compressed.ts';
import { assetsFolder, digestOf, manifestPath, readManifest, type Manifest } from './manifest.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the bundle is kept, unless a test says otherwise: with the code that it is made of. */
export const BUNDLE_FOLDER = join(ROOT, 'dist', 'playground');

/** What a bundle is made of besides the pages: how it is made, and of which packages. */
const MADE_WITH = [
  'gateway/playground/building.ts',
  'gateway/playground/compressed.ts',
  'gateway/playground/fonts.ts',
  'package-lock.json',
];

const YOUNG_MILLISECONDS = 10 * 60 * 1000;

/** Whether the bundle of a folder is of the sources and packages as they are now. */
export async function isCurrent(folder: string = BUNDLE_FOLDER): Promise<boolean> {
  const manifest = await readManifest(folder);
  return manifest !== undefined && manifest.digest === (await digestOf(ROOT, manifest.sources));
}

/**
 * Makes the bundle. Files come first and the manifest last; those of the bundle before stay, for pages that are open.
 * @throws Error with code ERR_MODULE_NOT_FOUND where esbuild is not installed; esbuild's own for a source with mistakes
 */
export async function makeBundle(folder: string = BUNDLE_FOLDER): Promise<Manifest> {
  const built = await build(ROOT);
  const sources = [...built.sources, ...MADE_WITH];
  const digest = await digestOf(ROOT, sources);
  const before = await readManifest(folder);
  await writeFiles(assetsFolder(folder), built.files);
  const manifest = { pages: built.pages, files: built.files.map(({ name }) => name), sources, digest };
  await replaceFile(manifestPath(folder), `${JSON.stringify(manifest, null, 2)}\n`);
  await removeOthers(assetsFolder(folder), [...manifest.files, ...(before?.files ?? [])]);
  return manifest;
}

async function writeFiles(assets: string, files: readonly Built[]): Promise<void> {
  makeFolder(assets);
  for (const file of files) {
    for (const { name, contents } of await compressed(file)) await replaceFile(join(assets, name), contents);
  }
}

/** What is young may be of a bundle that another process makes at this moment. */
async function removeOthers(assets: string, kept: readonly string[]): Promise<void> {
  const names = new Set(kept.flatMap((name) => [name, `${name}.br`, `${name}.gz`]));
  for (const name of await readdir(assets)) {
    if (names.has(name)) continue;
    const path = join(assets, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < Date.now() - YOUNG_MILLISECONDS) await rm(path, { force: true });
  }
}
