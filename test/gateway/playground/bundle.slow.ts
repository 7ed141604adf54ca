import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { isCurrent, makeBundle } from '../../../gateway/playground/bundle.ts';
import { assetsFolder, manifestPath, PAGES, type Manifest } from '../../../gateway/playground/manifest.ts';

const folder = mkdtempSync(join(tmpdir(), 'concordat-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made: Manifest;
beforeAll(async () => (made = await makeBundle(folder)));

const assetOf = (name: string) => join(assetsFolder(folder), name);
const textOf = (name: string) => readFileSync(assetOf(name), 'utf8');
/** The files that a script names. */
const placesIn = (text: string) => [...text.matchAll(/\/playground\/assets\/([\w.-]+)/g)].map(([, name]) => name ?? '');

describe('the bundle', () => {
  it.each(PAGES)('has all that the page %s loads', (page) => {
    const { script, styles, imports } = made.pages[page];
    for (const name of [script, ...styles, ...imports]) expect(existsSync(assetOf(name))).toBe(true);
    expect(styles.length).toBeGreaterThan(0);
  });

  it('has a name for each contents, and what is larger compressed beside it', () => {
    for (const name of made.files) {
      expect(name).toMatch(/^[\w.-]+-[A-Z0-9]{8}\.(?:js|css|ttf|woff2?|svg)(?:\.LEGAL\.txt)?$/);
      const br = assetOf(`${name}.br`);
      if (/\.(?:js|css)$/.test(name) && textOf(name).length > 5_000)
        expect(brotliDecompressSync(readFileSync(br)).equals(readFileSync(assetOf(name)))).toBe(true);
    }
  });

  it('loads nothing from anywhere else, and no font from inside a stylesheet', () => {
    for (const name of made.files.filter((one) => one.endsWith('.css'))) {
      const places = [...textOf(name).matchAll(/url\(["']?([^"')]+)/g)].map(([, place]) => place ?? '');
      expect(places.filter((place) => !/^(?:\/playground\/assets\/|data:image\/|#)/.test(place))).toEqual([]);
      expect(textOf(name)).not.toContain('@import');
    }
  });

  it('has the workers of the editor, and their addresses in a page', () => {
    const places = made.files.filter((name) => name.endsWith('.js')).flatMap((name) => placesIn(textOf(name)));
    for (const kind of ['editor', 'json', 'graphql'])
      expect(places).toContainEqual(expect.stringMatching(new RegExp(`^${kind}-[A-Z0-9]{8}\\.js$`)));
    expect(places.filter((name) => !existsSync(assetOf(name)))).toEqual([]);
  });

  it('is current until a source or a version changes', async () => {
    expect(made.sources).toEqual(
      expect.arrayContaining(['gateway/playground/pages/explore/main.tsx', 'package-lock.json']),
    );
    expect(await isCurrent(folder)).toBe(true);
    writeFileSync(manifestPath(folder), JSON.stringify({ ...made, digest: 'another' }));
    expect(await isCurrent(folder)).toBe(false);
    writeFileSync(manifestPath(folder), '{ broken');
    expect(await isCurrent(folder)).toBe(false);
  });

  it('keeps the files of the one before it, for pages that are open, and those that another process writes', async () => {
    for (const name of ['older-AAAAAAAA.js', 'before-BBBBBBBB.js', 'young-CCCCCCCC.js'])
      writeFileSync(assetOf(name), '');
    for (const name of ['older-AAAAAAAA.js', 'before-BBBBBBBB.js']) utimesSync(assetOf(name), 0, 0);
    writeFileSync(manifestPath(folder), JSON.stringify({ ...made, files: ['before-BBBBBBBB.js'] }));
    const again = await makeBundle(folder);
    expect(again.digest === made.digest).toBe(true);
    const left = ['older-AAAAAAAA.js', 'before-BBBBBBBB.js', 'young-CCCCCCCC.js'].filter((name) =>
      existsSync(assetOf(name)),
    );
    expect(left).toEqual(['before-BBBBBBBB.js', 'young-CCCCCCCC.js']);
  });
});
