import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { archiveFolder, openArchive } from '../../platform/archive.ts';
import { readBundleFolder, readKeysFolder } from '../../platform/agreements.ts';
import { prepareDemo } from '../../platform/demo-keys.ts';
import type { Agreement } from '../../policy/agreement.ts';
import { learnedFrom } from '../../policy/archive.ts';
import { openBundle } from '../../policy/bundle.ts';
import { testWorld } from '../policy/document/world.ts';
import { agreed } from '../support/scenario/agreed.ts';
import { concordat, place, usePlaces } from './concordat.ts';

usePlaces();

const TITLE = { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title'] };
const OPEN = agreed(['ICE', 'DEA'], [{ id: '1', share: TITLE }], { id: 'open' });
const KEPT: Agreement = {
  ...agreed(['ICE', 'DEA'], [], { id: 'kept' }),
  clauses: [{ id: '2', text: 'Titles stay with ICE.', withhold: TITLE }],
};
const PARTIES = new URL('../../agreements/parties.yaml', import.meta.url);

const [agreements, home] = [place('archive-agreements'), place('archive-home')];
const kept = join(agreements, 'kept.yaml');
const args = ['--home', home, '--agreements', agreements];

beforeAll(async () => {
  mkdirSync(agreements, { recursive: true });
  copyFileSync(PARTIES, join(agreements, 'parties.yaml'));
  for (const agreement of [OPEN, KEPT]) writeFileSync(join(agreements, `${agreement.id}.yaml`), stringify(agreement));
  await prepareDemo({ home, agreementsDir: agreements });
  const folders = { signaturesDir: join(home, 'signatures'), noticesDir: join(home, 'notices') };
  const bundle = await readBundleFolder({ agreementsDir: agreements, ...folders });
  const opened = openBundle(bundle, await readKeysFolder(join(home, 'keys')), testWorld);
  for (const name of ['DEA', 'ICE']) {
    const archive = await openArchive(archiveFolder(home, name));
    archive.keep(learnedFrom(opened, bundle, archive.remembered, new Date()));
    await archive.settled();
  }
});

const texts = async () => {
  const { out } = await concordat('archive', ...args, '--json');
  return JSON.parse(out) as readonly { of: string; id: string; digest: string; status: string }[];
};

it('tells what every party remembers, and that it arrives', async () => {
  const { status, out } = await concordat('archive', ...args);
  expect(status).toBe(0);
  expect(out).toMatch(/^here {5}agreement kept sha256-\S+\n {9}remembered by DEA, ICE\nhere {5}agreement open/);
});

describe('when an agreement is deleted', () => {
  beforeAll(() => rmSync(kept));

  it('tells that it withholds, and how that ends', async () => {
    const { status, out } = await concordat('archive', 'DEA', ...args);
    expect(status).toBe(1);
    expect(out).toMatch(/^absent {3}agreement kept .*\n.* what it withholds stays withheld\. It ends when /);
  });

  it('is explained by who remembers it', async () => {
    const signed = ['--signatures', join(home, 'signatures'), '--keys', join(home, 'keys')];
    const question = ['explain', 'Record.title', agreements, '--from', 'ICE', '--to', 'DEA'];
    const explained = async (...more: readonly string[]) =>
      (await concordat(...question, '--for', 'drug-trafficking/investigation', ...signed, ...more)).out;
    expect(await explained()).not.toContain('kept#2');
    const remembered = await explained('--archive', archiveFolder(home, 'DEA'));
    expect(remembered).toMatch(/not shown[^]*kept#2[^]*"Titles stay with ICE\."/);
    const nowhere = await concordat('compile', agreements, ...signed, '--archive', join(home, 'nowhere'));
    expect(nowhere.err).toContain('there is no archive');
    const compiled = await concordat('compile', agreements, ...signed, '--archive', archiveFolder(home, 'DEA'));
    expect(compiled.out).toContain('it no longer arrives so; what it withholds stays withheld');
  });

  it('is forgotten by whom its operator tells, who hears what that opens', async () => {
    const { digest } = (await texts()).find(({ of, id }) => of === 'DEA' && id === 'kept')!;
    const { status, out, err } = await concordat('archive', 'DEA', ...args, '--forget', digest);
    expect([status, out]).toEqual([0, `forgotten by DEA: ${digest}\n`]);
    expect(err).toMatch(
      /^WARNING: from now on this is withheld only while kept arrives.*\n {2}kept#2 Titles stay with ICE\.\n/,
    );
    expect(existsSync(join(home, 'archive', 'DEA', 'agreements', `${digest}.json`))).toBe(false);
    expect((await texts()).filter(({ id }) => id === 'kept').map(({ of, status: now }) => [of, now])).toEqual([
      ['ICE', 'absent'],
    ]);
    const again = await concordat('archive', 'DEA', ...args, '--forget', digest);
    expect([again.status, again.err]).toEqual([2, expect.stringContaining('nothing of the digest') as string]);
  });

  it('is told when an archive is not there', async () => {
    const { status, err } = await concordat('archive', 'FBI', ...args);
    expect([status, err]).toEqual([2, expect.stringContaining('there is no archive of `FBI`') as string]);
  });
});
