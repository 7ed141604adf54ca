import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressed } from '../../../gateway/playground/compressed.ts';
import { stateIn, type Bundled, type PageState } from '../../../gateway/playground/bundled.ts';
import { assetsFolder, manifestPath, type Manifest } from '../../../gateway/playground/manifest.ts';

/** What the page `explore` of the toy loads. */
export const SCRIPT = 'explore-ABCD1234.js';
export const SCRIPT_TEXT = `console.log('${'a page '.repeat(500)}')`;

const page = (script: string) => ({ script, styles: ['shared-EFGH5678.css'], imports: ['chunk-IJKL9012.js'] });
const MANIFEST: Manifest = {
  pages: {
    explore: page(SCRIPT),
    target: page('target-UVWX.js'),
    matrix: page('matrix-MNOP.js'),
    agreements: page('agreements-QRST.js'),
  },
  files: [SCRIPT],
  sources: [],
  digest: '',
};

/** A bundle whose state a test may change; undefined: as it is. */
interface ToyBundle extends Bundled {
  state: PageState | undefined;
}

/** A bundle that took no bundling, in a folder that is removed after the suite; `secret.txt` lies beside its assets. */
export async function toyBundle(): Promise<ToyBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-pages-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  mkdirSync(assetsFolder(folder));
  writeFileSync(manifestPath(folder), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'secret.txt'), 'a secret');
  for (const { name, contents } of await compressed({ name: SCRIPT, contents: Buffer.from(SCRIPT_TEXT) }))
    writeFileSync(join(assetsFolder(folder), name), contents);
  const bundle: ToyBundle = {
    folder,
    state: undefined,
    stateOf: async (which) => bundle.state ?? stateIn(folder, which),
  };
  return bundle;
}
