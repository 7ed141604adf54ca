import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundleFolder } from '../../platform/agreements.ts';
import { readBundle, writeBundle } from '../../platform/bundle-wire.ts';

describe('a folder of agreements', () => {
  let home: string;
  const at = (...path: readonly string[]) => join(home, ...path);
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const travelled = async () => {
    const folders = { agreementsDir: at('a'), signaturesDir: at('s'), noticesDir: at('n') };
    return readBundle(writeBundle(await readBundleFolder(folders)).json);
  };

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'concordat-folder-'));
    for (const folder of ['a', 's', 'n']) await mkdir(at(folder));
    await writeFile(at('a', 'parties.yaml'), 'agencies: []');
    await writeFile(at('a', 'one.yaml'), 'id: one');
    await writeFile(at('s', 'one.json'), '{"ICE":"x"}');
    await writeFile(at('n', 'told.json'), '{"notice":{"notice":"told"},"signature":"x"}');
  });
  afterEach(() => rm(home, { recursive: true }));

  it.each<readonly [string, () => Promise<unknown>]>([
    ['nothing else', async () => undefined],
    ['a notice with a number that is none', () => writeFile(at('n', 'x.json'), '{"notice":1e999}')],
    ['a notice without a bottom', () => writeFile(at('n', 'x.json'), `{"notice":${nested(9_000)}}`)],
    ['a notice that no parser reads', () => writeFile(at('n', 'x.json'), `{"notice":${nested(500_000)}}`)],
    ['signatures that are none', () => writeFile(at('s', 'two.json'), '{"ICE":-1e999}')],
    ['a folder named as a document', () => mkdir(at('a', 'two.yaml'))],
    ['a folder named as a notice', () => mkdir(at('n', 'x.json'))],
    ["an editor's mark upon a document", () => symlink('author@desk.4711', at('a', '.#one.yaml'))],
  ])('travels whole beside %s', async (_, spoil) => {
    await spoil();
    expect(await travelled()).toEqual({
      parties: 'agencies: []',
      documents: [{ path: 'one.yaml', text: 'id: one' }],
      signatures: { one: { ICE: 'x' } },
      notices: expect.arrayContaining([{ notice: { notice: 'told' }, signature: 'x' }]) as unknown,
    });
  });
});
