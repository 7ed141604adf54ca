import { existsSync, readFileSync } from 'node:fs';
import { FOLDER, concordat, place, usePlaces } from './concordat.ts';

usePlaces();

const PURPOSE = ['--for', 'drug-trafficking/investigation'];
const matrix = (...args: readonly string[]) => concordat('matrix', FOLDER, ...args);

describe('concordat', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await concordat('--version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    ['agency', ['--to', 'XXXXX', ...PURPOSE], /^error: unknown agency `XXXXX`: one of .*DEA.*\n$/],
    ['role', ['--to', 'DEA', '--role', 'spy', ...PURPOSE], /^error: unknown role `spy`: one of analyst, .*\n$/],
    [
      'role',
      ['--to', 'DEA', '--role', 'analist', ...PURPOSE],
      /^error: unknown role `analist` \(did you mean `analyst`\?\)\n$/,
    ],
    [
      'area',
      ['--to', 'DEA', '--for', 'zzzz/investigation'],
      /^error: unknown crime area `zzzz`: one of .*drug-trafficking.*\n$/,
    ],
    [
      'use',
      ['--to', 'DEA', '--for', 'drug-trafficking/zzzz'],
      /^error: unknown use `zzzz`: one of .*investigation.*\n$/,
    ],
    ['search', ['--to', 'DEA', ...PURPOSE, '--search', 'zzzz'], /^error: unknown kind of search `zzzz`: one of .*\n$/],
    [
      'category',
      ['--to', 'DEA', ...PURPOSE, '--category', 'ZZZZ'],
      /^error: unknown category `ZZZZ`: one of .*RECORD_SUMMARY.*\n$/,
    ],
  ])('names those that there are to whoever names an unknown %s', async (_what, args, message) => {
    const { status, err } = await matrix(...args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });

  it('says why a matrix of an agency of itself is empty', async () => {
    expect(await matrix('--from', 'DEA', '--to', 'DEA', ...PURPOSE)).toEqual({
      status: 2,
      out: '',
      err: 'error: `DEA` sees all of its own data, by no clause: name another agency in `--from` or `--to`\n',
    });
  });

  it.each([
    [
      ['--stage', 'match'],
      'the stage `match` asks for `--match`: the ids of the objects whose match your staff has confirmed',
    ],
    [
      ['--match', 'A-1'],
      '`--match` counts from the stage `match` on: state `--stage match` with all that it asks for, or leave `--match` out',
    ],
    [
      ['--stage', 'core-data', '--match', 'A-1'],
      'the stage `core-data` asks for `offence`: the offence under investigation with its longest sentence',
    ],
    [['--offence', '18 USC 1591'], 'the offence lacks its longest sentence: `--offence-months`'],
    [['--request', 'a\u0007b'], '`--request` is empty, has control characters in it, or more than 64 characters'],
    [
      ['--for', 'drug-trafficking/threat-to-life'],
      'the use `threat-to-life` asks for `justification`: in your own words, why life is in danger',
    ],
  ])('refuses a purpose that the gateway refuses: %j', async (args, why) => {
    const told = { status: 2, out: '', err: `error: the gateway refuses such a purpose: ${why}\n` };
    expect(await matrix('--to', 'DEA', ...PURPOSE, ...args)).toEqual(told);
    const explain = ['explain', 'Record.title', FOLDER, '--from', 'ICE', '--to', 'DEA'];
    expect(await concordat(...explain, ...PURPOSE, ...args)).toEqual(told);
  });
});

describe('files that cannot be used', () => {
  const key = ['--party', 'ICE', '--key'];

  it.each([
    ['is not there', '/nowhere/x.json', 'it is not there: check how it is written, and the folder that you are in'],
    ['is a folder', FOLDER, 'it is a folder, where a file is meant'],
    ['leads through a file', `${FOLDER}/ice-dea-2012.yaml/x`, 'it leads through a file, where a folder is meant'],
  ])('are told with what to do: a key that %s', async (_what, path, why) => {
    const { status, err } = await concordat('sign', `${FOLDER}/ice-dea-2012.yaml`, ...key, path);
    expect({ status, err }).toEqual({ status: 2, err: `error: cannot read \`${path}\`: ${why}\n` });
  });

  it('are told with what to do: a place that cannot be written', async () => {
    const { status, err } = await concordat('keygen', 'ICE', '--out', '/proc/x');
    expect(status).toBe(2);
    expect(err).toMatch(/^error: `\/proc\/x.*` (?:cannot be made there|may not be used)/);
    const out = ['matrix', FOLDER, '--to', 'DEA', ...PURPOSE, '--out', FOLDER];
    expect((await concordat(...out)).err).toBe(
      `error: cannot write \`${FOLDER}\`: it is a folder, where a file is meant\n`,
    );
  });
});

describe('concordat keygen and sign', () => {
  it('print one JSON document when asked to', async () => {
    const home = place('json');
    const made = await concordat('keygen', 'ICE', '--out', home, '--json');
    expect(JSON.parse(made.out)).toEqual({
      code: 'ICE',
      published: `${home}/keys/ICE.jwks.json`,
      private: `${home}/private/ICE.json`,
    });
    const args = [
      '--party',
      'ICE',
      '--key',
      `${home}/private/ICE.json`,
      '--signatures',
      `${home}/signatures`,
      '--json',
    ];
    const signed = await concordat('sign', `${FOLDER}/ice-dea-2012.yaml`, ...args);
    expect(JSON.parse(signed.out)).toEqual({
      agreement: 'ice-dea-2012',
      digest: expect.stringMatching(/^sha256-/) as string,
      party: 'ICE',
      path: `${home}/signatures/ice-dea-2012.json`,
    });
    expect([made.err, signed.err]).toEqual(['', '']);
  });

  it('make no keys for a group, nor for nobody', async () => {
    const home = place('nobody');
    const keygen = (code: string) => concordat('keygen', code, '--out', home, '--agreements', FOLDER);
    expect(await keygen('CTR')).toMatchObject({
      status: 2,
      err: expect.stringMatching(
        /^error: `CTR` is a group, which has no keys: `[A-Z]+` coordinates it, and signs for it\n$/,
      ) as string,
    });
    expect(await keygen('DAE')).toMatchObject({ status: 2, err: 'error: unknown party `DAE` (did you mean `DEA`?)\n' });
    expect((await keygen('ZZZZZZ')).err).toMatch(/^error: unknown party `ZZZZZZ`: one of .*ICE.*\n$/);
    expect(existsSync(home)).toBe(false);
  });
});
