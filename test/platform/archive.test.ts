import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveFolder, forget, openArchive, readArchive } from '../../platform/archive.ts';
import { BundleFeed, type BundleNews } from '../../platform/bundle-feed.ts';
import { bundleOpener } from '../../platform/open-once.ts';
import { Rulebook } from '../../platform/rulebook.ts';
import { bundleOf } from '../policy/remembering.ts';
import { testWorld } from '../policy/document/world.ts';
import { KEYS, agreementOf } from '../policy/signature/parties.ts';

const OPEN = agreementOf({ id: 'open' });
const withhold = { from: ['ICE'], to: ['DEA'], categories: ['FINANCIAL'] };
const KEPT = agreementOf({ id: 'kept', clauses: [{ id: 'I', text: 'words', withhold }] });
const open = bundleOpener(KEYS, testWorld, testWorld.parties);

const home = mkdtempSync(join(tmpdir(), 'concordat-archive-'));
afterAll(() => rmSync(home, { recursive: true }));
let parties = 0;
const newFolder = () => archiveFolder(home, `PARTY-${(parties += 1)}`);

/** A party that is told bundles, one after the other, from its start to its end. */
async function running(folder: string, bundles: readonly BundleNews[]) {
  const archive = await openArchive(folder);
  const feed = new BundleFeed(async (tell) => bundles.forEach(tell));
  const rulebook = new Rulebook({ feed, open, archive });
  rulebook.stop();
  await archive.settled();
  return { archive, rulebook };
}

const news = (...agreements: Parameters<typeof bundleOf>[0]): BundleNews => ({
  is: 'bundle',
  bundle: bundleOf(agreements),
});
const withheld = ({ rulebook }: { readonly rulebook: Rulebook }) =>
  rulebook.at(new Date()).rules.filter(({ effect }) => effect === 'withhold').length;

describe('a party that is started anew', () => {
  it('still knows what it verified before', async () => {
    const folder = newFolder();
    expect(withheld(await running(folder, [news(OPEN, KEPT)]))).toBe(1);
    const again = await running(folder, [news(OPEN)]);
    expect(withheld(again)).toBe(1);
    expect(again.rulebook.archived).toEqual({ absent: ['kept'], outdated: [], trouble: undefined });
    expect(withheld(await running(newFolder(), [news(OPEN)]))).toBe(0);
  });

  it('begins anew when its archive was deleted, or an agreement was forgotten', async () => {
    const folder = newFolder();
    await running(folder, [news(OPEN, KEPT)]);
    const digest = [...(await readArchive(folder)).agreements.values()].find(
      (one) => one.agreement.id === 'kept',
    )!.digest;
    expect(await forget(folder, digest)).toBe(true);
    expect(await forget(folder, digest)).toBe(false);
    expect(withheld(await running(folder, [news(OPEN)]))).toBe(0);
  });

  it('keeps the signatures, and nothing that is not completely signed', async () => {
    const folder = newFolder();
    const bundle = bundleOf([OPEN, KEPT]);
    await running(folder, [{ is: 'bundle', bundle: { ...bundle, signatures: { open: bundle.signatures['open']! } } }]);
    const { agreements } = await readArchive(folder);
    expect([...agreements.values()]).toMatchObject([{ agreement: OPEN, signatures: bundle.signatures['open'] }]);
  });
});

describe('an archive', () => {
  const fileIn = (folder: string) => join(folder, 'agreements', readdirSync(join(folder, 'agreements'))[0]!);

  it.each([
    ['is cut off', (text: string) => text.slice(0, 40)],
    ['says something else than its digest', (text: string) => text.replace('FINANCIAL', 'BIOMETRIC')],
  ])('of which a file %s keeps the party from starting, and is named', async (_why, spoil) => {
    const folder = newFolder();
    await running(folder, [news(KEPT)]);
    const path = fileIn(folder);
    writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    await expect(openArchive(folder)).rejects.toThrow(`\`${path}\` of the archive cannot be read: restore it`);
  });

  it('that cannot be written keeps the party from starting, and is named', async () => {
    const folder = newFolder();
    writeFileSync(join(home, 'archive', 'in-its-place'), '');
    await expect(openArchive(join(home, 'archive', 'in-its-place'))).rejects.toThrow(
      /^the archive `.*` cannot be written/,
    );
    await expect(openArchive(folder)).resolves.toBeDefined();
  });

  it('that cannot be written any more says so; what arrives counts as long as the process runs', async () => {
    const folder = newFolder();
    const troubles: string[] = [];
    const archive = await openArchive(folder, (trouble) => troubles.push(trouble));
    rmSync(folder, { recursive: true });
    const { feed, tell } = toldFeed();
    const rulebook = new Rulebook({ feed, open, archive });
    tell(news(OPEN, KEPT));
    await archive.settled();
    tell(news(OPEN));
    expect(withheld({ rulebook })).toBe(1);
    expect(rulebook.archived.trouble).toMatch(/^`.*sha256-.*` cannot be written \(ENOENT\)/);
    expect(troubles).toEqual([rulebook.archived.trouble]);
    rulebook.stop();
  });
});

function toldFeed(): { feed: BundleFeed; tell: (news: BundleNews) => void } {
  let tell: (news: BundleNews) => void = () => undefined;
  const feed = new BundleFeed(async (say) => void (tell = say));
  return { feed, tell: (told) => tell(told) };
}

it('parties of one process to whom the same is missing share what follows from it', async () => {
  const [one, other, nothing] = [newFolder(), newFolder(), newFolder()];
  const bundles = [news(OPEN, KEPT), news(OPEN)];
  const [first, second, third] = await Promise.all([
    running(one, bundles),
    running(other, bundles),
    running(nothing, [news(OPEN)]),
  ]);
  expect(first.rulebook.opened).toBe(second.rulebook.opened);
  expect(third.rulebook.opened).not.toBe(first.rulebook.opened);
});
