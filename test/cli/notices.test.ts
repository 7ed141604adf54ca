import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { main } from '../../cli/main.ts';
import type { Notice } from '../../policy/notice.ts';
import { readKeysFolder } from '../../platform/agreements.ts';
import { prepareDemo } from '../../platform/demo-keys.ts';
import { folderFeed } from '../../platform/folder-feed.ts';
import { bundleOpener } from '../../platform/open-once.ts';
import { Rulebook } from '../../platform/rulebook.ts';
import { contract } from '../../schema/contract.ts';
import { purposes } from '../../schema/purposes.ts';
import { viewerTerms } from '../../schema/viewers.ts';
import { agreed } from '../support/scenario/agreed.ts';

const PARTIES = fileURLToPath(new URL('../../agreements/parties.yaml', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concordat-notices-'));
const [agreements, home] = [join(folder, 'agreements'), join(folder, 'home')];
const notices = join(home, 'notices');
const all = ['ICE', 'DEA', 'FBI'];

const CENTRE = agreed(
  all,
  [
    { id: '1.1', share: { from: ['CTR'], to: ['CTR'], categories: ['RECORD_SUMMARY'] } },
    {
      id: '1.2',
      share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.narrative'], for: { stage: 'follow-up' } },
    },
    {
      id: '1.3',
      deconflict: { from: ['CTR'], to: ['CTR'], selectors: ['PHONE'], tells: 'both', disclosure: 'EXISTS' },
    },
    { id: '2.1', withhold: { from: ['CTR'], to: ['CTR'], categories: ['BIOMETRIC'] } },
    { id: '3.1' },
  ],
  { id: 'centre', noticeDays: 30, groups: { CTR: { name: 'A centre', coordinator: 'FBI', members: all } } },
);
/** Speaks to the group that the other one founds. */
const BESIDE = agreed(
  ['ICE', 'FBI'],
  [
    {
      id: '1',
      share: {
        from: ['ICE'],
        to: ['CTR'],
        coordinates: ['Record.narrative'],
        for: { uses: ['analysis'], released: true },
      },
    },
  ],
  { id: 'beside' },
);
const UNSIGNED = agreed(['ICE', 'ATF'], [{ id: '1' }], { id: 'unsigned' });
const BROKEN = agreed(['ICE', 'DEA'], [{ id: '1', share: { from: ['ICE'], to: ['NSA'] } }], { id: 'broken' });

beforeAll(async () => {
  mkdirSync(agreements);
  copyFileSync(PARTIES, join(agreements, 'parties.yaml'));
  write(CENTRE);
  write(BESIDE);
  await prepareDemo({ home, agreementsDir: agreements });
  write(UNSIGNED);
  write(BROKEN);
});
beforeEach(() => rmSync(notices, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(agreement: { readonly id: string }): void {
  writeFileSync(join(agreements, `${agreement.id}.yaml`), stringify(agreement, { aliasDuplicateObjects: false }));
}

/** What every stage after `match` asks for. */
const CORE = ['--match', 'ICE-1', '--offence', '18 USC 1591', '--offence-months', '120'];

/** What a verb says, and the exit status that it gives. */
async function concordat(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const beside = ['keys', 'signatures', 'notices'].flatMap((name) => [`--${name}`, join(home, name)]);
  const status = await main([...args, ...beside], {
    print: (line) => void (said.out += `${line}\n`),
    complain: (line) => void (said.err += `${line}\n`),
    mark: (_, text) => text,
  });
  return { status, ...said };
}

const give = (verb: string, party: string, ...rest: readonly string[]) =>
  concordat(verb, 'centre', '--party', party, ...keyOf(party), '--agreements', agreements, ...rest);
const keyOf = (code: string) => ['--key', join(home, 'private', `${code}.json`)];

/** The notices that lie in the folder. */
function given(): readonly { readonly notice: Notice; readonly signature: string }[] {
  const names = readdirSync(notices).sort();
  return names.map((name) => JSON.parse(readFileSync(join(notices, name), 'utf8')) as never);
}

describe('concordat suspend', () => {
  it('writes a notice that the others believe, and tells what closes and what stays', async () => {
    const { status, out, err } = await give('suspend', 'DEA', '--reason', 'A breach of 2.1');
    expect([status, err]).toEqual([0, '']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^centre-suspended-by-dea-\d{8}t\d{9}z: DEA suspends centre from .*Z, until it resumes$/);
    expect(lines.slice(1, -1)).toEqual([
      'closes:  data of ICE to DEA, under beside#1, centre#1.2',
      'closes:  data of ICE, FBI to DEA, under centre#1.1',
      'closes:  data of DEA to ICE, FBI, under centre#1.1',
      'closes:  de-confliction for DEA, under centre#1.3',
      'stays:   what is withheld by centre#2.1',
    ]);
    const [{ notice } = { notice: undefined }, ...more] = given();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ kind: 'suspend', party: 'DEA', agreement: 'centre', reason: 'A breach of 2.1' });
    expect(lines.at(-1)).toBe(`written: ${join(notices, `${notice?.notice}.json`)}`);
    const verified = await concordat('verify', agreements);
    expect(verified.out).toContain(`signed   notice ${notice?.notice}\n`);
  });

  it('suspends single clauses, for a time', async () => {
    const { out } = await give('suspend', 'ICE', '--clause', '1.2', '--from', '2030-01-01', '--until', '2030-02-01');
    expect(out).toContain(
      'ICE suspends centre#1.2 from 2030-01-01T00:00:00.000Z until 2030-02-01T00:00:00.000Z\n' +
        'closes:  data of ICE to DEA, under centre#1.2\n' +
        'stays:   what is withheld by centre#2.1\n',
    );
    expect(given()).toMatchObject([{ notice: { clauses: ['1.2'], until: '2030-02-01T00:00:00.000Z' } }]);
  });

  it('lets a coordinator speak for its group', async () => {
    const { status, out } = await give('suspend', 'CTR', '--key', join(home, 'private', 'FBI.json'));
    expect(status).toBe(0);
    expect(out).toContain('closes:  data of ICE to DEA, FBI, under beside#1, centre#1.1\n');
    expect(out).not.toContain('opens:');
  });

  it('says so when nothing more closes', async () => {
    await give('suspend', 'DEA');
    const { out } = await give('suspend', 'DEA');
    expect(out).toContain('changes: nothing, as things stand\n');
  });

  it('prints one JSON document', async () => {
    const { out } = await give('suspend', 'ICE', '--clause', '1.2', '--json');
    const [{ notice } = { notice: undefined }] = given();
    expect(JSON.parse(out)).toMatchObject({
      path: join(notices, `${notice?.notice}.json`),
      effective: notice?.from,
      closes: [{ clauses: ['centre#1.2'], originators: ['ICE'], recipients: ['DEA'] }],
      opens: [],
      stays: ['centre#2.1'],
      notice,
    });
  });
});

describe('concordat resume', () => {
  it('tells what opens again', async () => {
    await give('suspend', 'ICE', '--clause', '1.2');
    const { status, out } = await give('resume', 'ICE');
    expect(status).toBe(0);
    expect(out).toContain('opens:   data of ICE to DEA, under centre#1.2\n');
    expect(given().map(({ notice }) => notice.kind)).toEqual(['resume', 'suspend']);
  });

  it('takes back its own party’s suspensions only', async () => {
    await give('suspend', 'DEA', '--clause', '1.1');
    expect(await give('resume', 'ICE')).toMatchObject({
      status: 2,
      err: 'error: no notice here says that `ICE` suspended `centre`\n',
    });
    expect(given()).toHaveLength(1);
  });

  it('is not given when it was, and changes nothing', async () => {
    await give('suspend', 'DEA');
    expect((await give('resume', 'DEA')).status).toBe(0);
    const { status, out, err } = await give('resume', 'DEA');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(
      /^error: `DEA` takes back what it suspended of `centre` already, from .*, by `centre-resumed-by-dea-.*`: it would change nothing, and nothing was written\n$/,
    );
    expect(given()).toHaveLength(2);
    await give('suspend', 'DEA');
    expect((await give('resume', 'DEA')).status).toBe(0);
  });

  it('opens nothing after a termination', async () => {
    await give('suspend', 'DEA', '--clause', '1.1');
    await give('terminate', 'DEA');
    const { out } = await give('resume', 'DEA', '--from', '2100-01-01');
    expect(out).toContain('changes: nothing, as things stand\n');
  });
});

describe('concordat terminate', () => {
  it('has effect when the days of notice are over', async () => {
    const { out } = await give('terminate', 'DEA', '--json');
    const { effective, notice, closes } = JSON.parse(out) as { effective: string; notice: Notice; closes: object[] };
    expect(Date.parse(effective) - Date.parse(notice.given)).toBe(30 * 86_400_000);
    expect(closes).toHaveLength(3);
    const words = await give('terminate', 'ICE');
    expect(words.out).toMatch(/ICE leaves centre for good, from .*Z \(30 days of notice\)\n/);
  });

  it('has effect later, when the party says so', async () => {
    const { out } = await give('terminate', 'DEA', '--from', '2100-01-01');
    expect(out).toContain('from 2100-01-01T00:00:00.000Z');
  });
});

describe('concordat consent', () => {
  it('tells who may have what, what for, and what it does not lift', async () => {
    const { out } = await give('consent', 'ATF', '--to', 'DEA', '--reference', 'r-1', 'r-2', '--use', 'evidence');
    expect(out).toContain(': ATF consents that DEA may have r-1, r-2, from ');
    expect(out).toContain('for:     evidence\n');
    expect(out).toContain('the third-party rule where others hold them from ATF\n');
    expect(given()).toMatchObject([{ notice: { kind: 'consent', to: ['DEA'], references: ['r-1', 'r-2'] } }]);
  });
});

describe('concordat release', () => {
  const request = ['--request', 'RFI-7', '--reference', 'r-1'];

  it('tells to whom and under which clauses', async () => {
    const { out } = await give('release', 'ICE', '--to', 'DEA', ...request);
    expect(out).toContain('request=RFI-7, at the stage that the clause asks for\nunder:   centre#1.2\n');
    expect(given()).toMatchObject([{ notice: { kind: 'release', request: 'RFI-7', references: ['r-1'] } }]);
  });

  it('tells of clauses that wait for a release at any stage', async () => {
    const { out } = await concordat(
      'release',
      'beside',
      '--party',
      'ICE',
      ...keyOf('ICE'),
      '--agreements',
      agreements,
      '--to',
      'FBI',
      ...request,
    );
    expect(out).toContain('under:   beside#1\n');
  });

  it('lets the clause speak on what is named, as `explain` tells', async () => {
    const explained = async () => {
      const signed = ['--signatures', join(home, 'signatures'), '--keys', join(home, 'keys'), '--notices', notices];
      const asked = ['--for', 'drug-trafficking/investigation', '--stage', 'follow-up', '--request', 'RFI-7', ...CORE];
      const { out } = await concordat(
        ...['explain', 'Record.narrative', agreements, '--from', 'ICE', '--to', 'DEA', ...asked, ...signed],
      );
      return out;
    };
    expect(await explained()).toContain('`concordat release centre --party ICE …` (centre#1.2)');
    await give('release', 'ICE', '--to', 'DEA', ...request);
    expect(await explained()).toMatch(
      /clauses that speak\n.*centre#1\.2.*\n.*\n.*; of those, what the originator has released/,
    );
    expect(await explained()).not.toContain('concordat release');
  });

  it('warns when no clause of the same agreement would show it', async () => {
    const { out } = await give('release', 'ICE', '--to', 'FBI', ...request);
    expect(out).toContain('under:   no clause: none of this agreement waits for a release to them\n');
  });
});

describe('a notice that was written', () => {
  it('counts within a second where its folder is followed', async () => {
    const feed = folderFeed({
      agreementsDir: agreements,
      signaturesDir: join(home, 'signatures'),
      noticesDir: notices,
    });
    const vocabulary = { contract, purposes, viewers: viewerTerms, ownFields: new Set<string>() };
    const rulebook = new Rulebook({ feed, open: bundleOpener(await readKeysFolder(join(home, 'keys')), vocabulary) });
    const viewer = [
      { agency: 'DEA', role: 'analyst' },
      { area: 'drug-trafficking', use: 'investigation' },
    ] as const;
    const shares = () =>
      rulebook
        .at(new Date())
        .grant(...viewer)
        .cell('ICE', 'Record.title').shares;
    try {
      await rulebook.ready;
      expect(shares()).toEqual(['centre#1.1']);
      await give('suspend', 'ICE');
      const until = performance.now() + 1000;
      while (shares().length > 0 && performance.now() < until) await sleep(10);
      expect(shares()).toEqual([]);
    } finally {
      rulebook.stop();
    }
  });
});

describe('nothing is written', () => {
  const about = (id: string) => ['suspend', id, '--party', 'ICE', ...keyOf('ICE'), '--agreements', agreements];
  const byIce = (...rest: readonly string[]) => [...about('centre'), ...rest];

  it.each<readonly [string, () => readonly string[], string | RegExp]>([
    ['when the agreement is unknown', () => about('center'), 'there is no agreement `center` (did you mean `centre`?)'],
    [
      'when the agreement is not signed',
      () => about('unsigned'),
      /^`unsigned` is not signed by every party, .*missing/,
    ],
    ['when the agreement is broken', () => about('broken'), '`broken` has mistakes: `concordat check` tells them'],
    ['when the party is unknown', () => byIce('--party', 'ICEE'), 'there is no party `ICEE` (did you mean `ICE`?)'],
    ['when the party takes no part', () => byIce('--party', 'ATF'), /^`ATF` takes no part in `centre`/],
    ['with another party’s key', () => byIce(...keyOf('DEA')), /^nobody would believe this notice of ICE: a key that /],
    ['with no key', () => byIce('--key', PARTIES), /holds no private Ed25519 key/],
    ['for a clause that is not there', () => byIce('--clause', '1.4'), /^`centre` has no clause `1.4` \(did you mean/],
    [
      'for a clause that withholds',
      () => byIce('--clause', '2.1'),
      /^clause `2.1` withholds: only all parties together/,
    ],
    ['for a clause that only says', () => byIce('--clause', '3.1'), /^clause `3.1` only says something/],
    ['when it would end before it begins', () => byIce('--until', '2020-01-01'), /^it would end before it begins/],
    ['for no date', () => byIce('--from', 'soon'), /^`soon` is no date/],
    ['when its words are too many', () => byIce('--reason', 'a'.repeat(1001)), /^no notice can say this: .*reason/],
    [
      'for an unknown use',
      () => ['consent', ...byIce().slice(1), '--to', 'DEA', '--reference', 'r', '--use', 'evidense'],
      'unknown use `evidense` (did you mean `evidence`?)',
    ],
    [
      'for an unknown recipient',
      () => ['release', ...byIce().slice(1), '--to', 'DAE', '--request', 'R', '--reference', 'r'],
      'there is no party `DAE` (did you mean `DEA`?)',
    ],
  ])('%s', async (_when, args, said) => {
    const { status, out, err } = await concordat(...args());
    expect([status, out]).toEqual([2, '']);
    if (typeof said === 'string') expect(err).toBe(`error: ${said}\n`);
    else expect(err.replace(/^error: /, '')).toMatch(said);
    expect(() => readdirSync(notices)).toThrow('ENOENT');
  });
});
