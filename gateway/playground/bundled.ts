import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE_FOLDER, isCurrent, makeBundle } from './bundle.ts';
import { readManifest, type Page, type PageFiles } from './manifest.ts';

/** What a page loads, or why it cannot be shown yet. */
export type PageState = PageFiles | 'being-made' | 'missing';

/** The bundle as a gateway that runs finds it. */
export interface Bundled {
  readonly folder: string;
  /** As it is at this moment. */
  stateOf(page: Page): Promise<PageState>;
}

/** Of what a bundle is made. They are there after `npm ci`, and not where development's packages are left out. */
const NEEDED = ['esbuild', 'graphiql', 'monaco-editor', 'react-dom'];

/**
 * Takes the bundle of the folder, and makes it anew beside whatever else starts when sources or packages are others. One that
 * cannot be made is left as it is.
 * @param failed hears why it could not be made
 */
export function keepBundle(failed: (error: unknown) => void): Bundled {
  let isBeingMade = true;
  void makeWhereNeeded()
    .catch(failed)
    .finally(() => (isBeingMade = false));
  return {
    folder: BUNDLE_FOLDER,
    stateOf: (page) => (isBeingMade ? Promise.resolve('being-made') : stateIn(BUNDLE_FOLDER, page)),
  };
}

/** A bundle that is there. */
export async function stateIn(folder: string, page: Page): Promise<PageFiles | 'missing'> {
  return (await readManifest(folder))?.pages[page] ?? 'missing';
}

async function makeWhereNeeded(): Promise<void> {
  const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
  if (!NEEDED.every((name) => existsSync(join(packages, name)))) return;
  if (!(await isCurrent())) await makeBundle();
}
