import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundleFolder, readKeysFolder } from '../../platform/agreements.ts';
import { openArchive } from '../../platform/archive.ts';
import { BundleFeed } from '../../platform/bundle-feed.ts';
import { prepareDemo } from '../../platform/demo-keys.ts';
import { bundleOpener } from '../../platform/open-once.ts';
import { Rulebook } from '../../platform/rulebook.ts';
import { testWorld } from '../policy/document/world.ts';
import { agreed } from '../support/scenario/agreed.ts';

const PARTIES = new URL('../../agreements/parties.yaml', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'concordat-authors-'));
const [agreementsDir, home] = [join(folder, 'agreements'), join(folder, 'home')];
const path = join(agreementsDir, 'pair.yaml');

beforeAll(() => {
  mkdirSync(agreementsDir);
  copyFileSync(PARTIES, join(agreementsDir, 'parties.yaml'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a party knows of the pair's agreement after a start, on a home that plays every party. */
async function start() {
  await prepareDemo({ home, agreementsDir });
  const archive = await openArchive(join(home, 'archive', 'DEA'));
  const bundle = await readBundleFolder({
    ...{ agreementsDir, signaturesDir: join(home, 'signatures'), noticesDir: join(home, 'notices') },
  });
  const open = bundleOpener(await readKeysFolder(join(home, 'keys')), testWorld, testWorld.parties);
  const rulebook = new Rulebook({
    feed: new BundleFeed(async (tell) => tell({ is: 'bundle', bundle })),
    open,
    archive,
  });
  rulebook.stop();
  await archive.settled();
  const { inForce, rules } = rulebook.at(new Date());
  return { inForce: inForce.length, effects: rules.map(({ effect }) => effect), ...rulebook.archived };
}

const write = (effect: 'share' | 'withhold') => {
  const scope = { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title'] };
  const clause = effect === 'share' ? { id: '1', share: scope } : { id: '1', withhold: scope };
  writeFileSync(path, JSON.stringify(agreed(['ICE', 'DEA'], [clause], { id: 'pair' })));
};
const counts = (effect: string) => ({ inForce: 1, effects: [effect], absent: [], outdated: [], trouble: undefined });

it('does not get in the way of authors, who change a sample, go back to what it was, and delete it', async () => {
  write('share');
  expect(await start()).toEqual(counts('share'));
  write('withhold');
  expect(await start()).toEqual(counts('withhold'));
  write('share');
  expect(await start()).toEqual(counts('share'));
  write('withhold');
  expect(await start()).toEqual(counts('withhold'));
  rmSync(path);
  expect(await start()).toMatchObject({ inForce: 0, effects: ['withhold'], absent: ['pair'] });
  rmSync(home, { recursive: true });
  expect(await start()).toMatchObject({ inForce: 0, effects: [], absent: [] });
});
