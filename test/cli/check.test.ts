import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FOLDER, concordat, place, usePlaces } from './concordat.ts';

usePlaces();

const SAMPLES = fileURLToPath(new URL('../../agreements', import.meta.url));
const PCSC = join(SAMPLES, 'pcsc-at-us');
const PRUM = join(SAMPLES, 'prum-ii');

let copies = 0;

/** The samples in a folder of their own, with one file changed. @returns its path */
function samples(file?: string, before = '', after = ''): string {
  const folder = place(`samples-${(copies += 1)}`);
  cpSync(SAMPLES, folder, { recursive: true });
  if (file === undefined) return folder;
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(before);
  writeFileSync(join(folder, file), text.replace(before, after));
  return folder;
}

describe('concordat check, of several folders', () => {
  it('checks each with its own parties and neighbours', async () => {
    expect(await concordat('check', PCSC, PRUM)).toEqual({
      status: 0,
      out: `${PCSC}: 2 agreements\n${PRUM}: 1 agreement\n3 agreements, no mistakes\n`,
      err: '',
    });
    const files = [join(PRUM, 'prum-ii.yaml'), join(PCSC, 'pcsc-at-us-arrangement-2013.yaml')];
    expect((await concordat('check', ...files)).out).toMatch(/^2 agreements, no mistakes$/m);
  });

  it('checks the folders in a folder that have parties of their own, and says what it checked', async () => {
    const folder = samples(
      'prum-ii/prum-ii.yaml',
      'PERSONAL_IDENTITY, CIRCUMSTANCES',
      'PERSONAL_IDENTITY, CIRCUMSTANCE',
    );
    const { status, out } = await concordat('check', folder);
    expect(status).toBe(1);
    expect(out.replaceAll(`${folder}/`, '').replaceAll(folder, '.').split('\n')).toEqual([
      expect.stringMatching(/^prum-ii\/prum-ii\.yaml:\d+:\d+: unknown category `CIRCUMSTANCE`/),
      '.: 7 agreements',
      'pcsc-at-us: 2 agreements',
      'prum-ii: 1 agreement',
      '1 mistake in 1 file; 10 agreements checked',
      '',
    ]);
  });

  it('counts a folder that is named, and stands in another one, once', async () => {
    const folder = samples();
    const { out } = await concordat('check', folder, join(folder, 'prum-ii'), '--json');
    expect(JSON.parse(out)).toMatchObject({ agreements: 10, mistakes: [] });
  });

  it('reads a folder without parties with those of the other', async () => {
    const drafts = place('drafts');
    cpSync(join(PRUM, 'prum-ii.yaml'), join(drafts, 'prum-ii-draft.yaml'));
    const text = readFileSync(join(drafts, 'prum-ii-draft.yaml'), 'utf8');
    const draft = text.replace('id: prum-ii', 'id: prum-ii-draft').replaceAll('PRUM', 'PRYM');
    writeFileSync(join(drafts, 'prum-ii-draft.yaml'), draft.replaceAll("'prum-ii#", "'prum-ii-draft#"));
    expect((await concordat('check', drafts, PRUM)).out).toBe('2 agreements, no mistakes\n');
  });

  it('is the only verb that takes folders with parties of their own together', async () => {
    expect(await concordat('compile', PCSC, PRUM)).toEqual({
      status: 2,
      out: '',
      err: `error: \`${PCSC}\` and \`${PRUM}\` have each their own \`parties.yaml\`: name one of them\n`,
    });
  });
});

describe('concordat check, of nothing', () => {
  it('says what to name when a folder has no agreement', async () => {
    const empty = place('empty');
    mkdirSync(empty);
    const err = `error: there is no agreement in \`${empty}\`: name a folder of agreements, an agreement, or a file of tests\n`;
    expect(await concordat('check', empty)).toEqual({ status: 2, out: '', err });
    expect(await concordat('check', empty, '--json')).toEqual({ status: 2, out: '', err });
    expect(await concordat('check', empty, PRUM)).toMatchObject({ status: 0, err: '' });
  });

  it('does not take the file of parties for an agreement', async () => {
    const parties = join(PRUM, 'parties.yaml');
    const err = `error: \`${parties}\` names parties, and is no agreement: name its folder, \`${PRUM}\`\n`;
    expect(await concordat('check', parties)).toEqual({ status: 2, out: '', err });
  });
});

describe('concordat check, of tests', () => {
  it('tells mistakes of shape, and words that nobody knows, and runs none', async () => {
    const shape = samples('prum-ii/prum-ii.test.yaml', 'columns:', 'colums:');
    const { status, out } = await concordat('check', join(shape, 'prum-ii/prum-ii.test.yaml'));
    expect(status).toBe(1);
    expect(out).toMatch(
      /prum-ii\.test\.yaml:\d+:5: .*`colums`.*`columns`.*\n1 mistake in 1 file; 1 file of tests checked/,
    );
    const word = samples('prum-ii/prum-ii.test.yaml', 'role: analyst', 'role: analist');
    expect((await concordat('check', join(word, 'prum-ii/prum-ii.test.yaml'))).out).toMatch(
      /prum-ii\.test\.yaml:\d+:\d+: unknown role `analist` \(did you mean `analyst`\?\)\n/,
    );
  });

  it('says what it checked beside agreements', async () => {
    const agreement = join(PRUM, 'prum-ii.yaml');
    const tests = join(PRUM, 'prum-ii.test.yaml');
    expect((await concordat('check', tests)).out).toBe('1 file of tests, no mistakes\n');
    expect((await concordat('check', agreement, tests)).out).toMatch(/^1 agreement and 1 file of tests, no mistakes$/m);
    expect(JSON.parse((await concordat('check', agreement, tests, '--json')).out)).toEqual({
      agreements: 1,
      checked: [agreement, tests],
      mistakes: [],
      warnings: [],
    });
  });

  it('warns of what is masked in one clause, and may be searched by under another: a guess could be confirmed', async () => {
    const folder = samples('ice-icrf-2010.yaml', 'Person.passports: masked', 'Person.passports: full');
    const file = join(folder, 'ice-icrf-2010.yaml');
    const { status, out } = await concordat('check', file);
    const fields = [
      ...out.matchAll(/:\d+:\d+: `([\w.]+)` is (\w+) here, but (.*) lets it be searched by.*\[warning\]$/gm),
    ];
    expect([status, fields.map(([, field, treatment, clauses]) => [field, treatment, clauses])]).toEqual([
      0,
      [
        ['Person.dateOfBirth', 'generalised', '`2.6` (EXISTS)'],
        ['Person.placeOfBirth', 'generalised', '`2.6` (EXISTS)'],
        ['Person.otherIdentityDocuments', 'masked', '`2.6` (EXISTS)'],
      ],
    ]);
    expect(out).toMatch(/^1 agreement, no mistakes$/m);
    const { warnings } = JSON.parse((await concordat('check', file, '--json')).out) as { warnings: unknown[] };
    expect(warnings).toHaveLength(3);
  });

  it('tells that the agreement which they test is not there', async () => {
    const tests = join(place('alone'), 'prum-ii.test.yaml');
    cpSync(join(PRUM, 'prum-ii.test.yaml'), tests);
    const { status, out } = await concordat('check', tests);
    expect(out).toContain('no agreement `prum-ii` without mistakes is beside it');
    expect(status).toBe(1);
  });

  it('is for that: other verbs do not take tests for an agreement', async () => {
    const tests = join(FOLDER, 'ice-dea-2012.test.yaml');
    const there = join(PRUM, 'prum-ii.test.yaml');
    expect((await concordat('compile', there)).err).toBe(`error: \`${there}\` holds tests, and no agreement\n`);
    expect((await concordat('check', tests)).err).toBe(`error: there is no \`${tests}\`\n`);
  });
});
