import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../cli/main.ts';

const SAMPLES = fileURLToPath(new URL('../../agreements', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'concordat-tests-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const AGREEMENT = `
concordat: 1
id: ice-dea-2026
title: ICE and DEA
signed: 2026-01-01
effective: 2026-01-01
parties: [ICE, DEA]
clauses:
  - id: '1'
    text: ICE shows DEA whom its reports on drugs are about, with the year of birth.
    share:
      from: [ICE]
      to: [DEA]
      records: [REPORT_OF_INVESTIGATION]
      categories: [PERSONAL_IDENTITY]
      treatments: { Person.dateOfBirth: generalised }
      where: { crimeAreas: { anyOf: [drug-trafficking] } }
      for: { areas: [drug-trafficking] }
  - id: '2'
    text: Nothing is shown of children.
    withhold:
      from: [ICE]
      to: [DEA]
      categories: [PERSONAL_IDENTITY]
      where: { person.minor: true }
  - id: '3'
    text: Once a match is confirmed, ICE shows where that person is reached; what it releases on request, in full.
    share:
      from: [ICE]
      to: [DEA]
      categories: [CONTACT_DETAILS]
      for: { areas: [drug-trafficking], stage: match }
  - id: '4'
    text: What ICE releases on request is read in full.
    share:
      from: [ICE]
      to: [DEA]
      coordinates: [Record.narrative]
      for: { stage: follow-up }
  - id: '5'
    text: They work together.
`;

const COMMON = `
concordat: 1
agreement: ice-dea-2026
common:
  of: ICE
  viewer: { agency: DEA, role: analyst }
  for: { area: drug-trafficking, use: investigation }
  given:
    report: { type: Record, kind: REPORT_OF_INVESTIGATION, crimeAreas: [drug-trafficking] }
    person: { type: Person, within: report, minor: false }
`;

let folders = 0;

/** Runs the verb on a folder with the agreement and these tests of it. */
async function run(tests: string, ...args: readonly string[]) {
  return runOf(AGREEMENT, tests, ...args);
}

/** Runs the verb on a folder with this agreement and these tests of it. */
async function runOf(agreement: string, tests: string, ...args: readonly string[]) {
  const folder = join(root, String((folders += 1)));
  cpSync(join(SAMPLES, 'parties.yaml'), join(folder, 'parties.yaml'));
  writeFileSync(join(folder, 'ice-dea-2026.yaml'), agreement);
  writeFileSync(join(folder, 'ice-dea-2026.test.yaml'), tests);
  return concordat('test', folder, ...args);
}

/** What the command says, without the folder's name, and its exit status. */
async function concordat(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const status = await main(args, {
    print: (line) => void (said.out += `${line}\n`),
    complain: (line) => void (said.err += `${line}\n`),
    mark: (_, text) => text,
  });
  const short = (text: string) => text.replaceAll(new RegExp(`${root}/\\d+/`, 'g'), '');
  return { status, out: short(said.out), err: short(said.err) };
}

const STAGES = `
tests:
  - name: what each stage opens
    columns:
      hit: {}
      match: { for: { stage: match, matches: [person] } }
      child: { given: { person: { minor: true } } }
      released:
        for: { stage: follow-up, request: RFI-7 }
        notices: [{ kind: release, party: ICE, to: [DEA], references: [report], request: RFI-7 }]
    matrix: |
      # an object, and the columns in which it is looked at
      | person             | hit         | match       | child |
      | ------------------ | ----------- | ----------- | ----- |
      | PERSONAL_IDENTITY  | full        | full        | -     |
      | Person.dateOfBirth | generalised | generalised | -     |
      | CONTACT_DETAILS    | -           | full        | -     |

      report            hit  match  released
      disclosure        -    -      FULL
      RECORD_NARRATIVE  -    -      full
`;

describe('concordat test', () => {
  it('holds an agreement to every cell of a matrix of stages', async () => {
    const { status, out } = await run(COMMON + STAGES, '--min-coverage', '100');
    expect(out).toBe(
      'ice-dea-2026.test.yaml\n' +
        '  ✓ what each stage opens (162)\n' +
        '1 test, 162 cells looked at\n' +
        'clauses that decide something in a test: 4 of 4 (100%)\n',
    );
    expect(status).toBe(0);
  });

  it('tells what is otherwise than expected, where that was written, and which clause opened it', async () => {
    const tests = `${COMMON}
tests:
  - name: a person is not told of
    expect:
      person: { hides: [Person.surname], disclosure: NONE }
`;
    const { status, out } = await run(tests);
    expect(out.split('\n').slice(1, 6)).toEqual([
      '  ✗ a person is not told of (2)',
      '      ice-dea-2026.test.yaml:15:25: Person.surname of `person`: expected closed, is full',
      '        opened by ice-dea-2026#1',
      '      ice-dea-2026.test.yaml:15:54: disclosure of `person`: expected NONE, is FULL',
      '        told by ice-dea-2026#1',
    ]);
    expect(status).toBe(1);
  });

  it.each([
    ['the label that kept it closed', 'given: { person: { minor: true } }', 'withheld by ice-dea-2026#2'],
    [
      'the label that differs',
      'given: { report: { crimeAreas: [cybercrime] } }',
      'ice-dea-2026#1: `crimeAreas` is `cybercrime`',
    ],
    ['the other purpose', 'for: { area: cybercrime }', 'a clause shares it, for another purpose: ice-dea-2026#1'],
    ['that it lacks a clause', 'of: FBI', 'no clause shares it with this viewer'],
    ['a mark of the originator', 'given: { report: { originatorConsent: true } }', '`originatorConsent` is `true`'],
  ])('tells of a field that is closed against expectation %s', async (_, setting, why) => {
    const { out } = await run(
      `${COMMON}\ntests:\n  - name: x\n    ${setting}\n    expect:\n      person: { shows: [Person.surname] }\n`,
    );
    expect(out).toContain('Person.surname of `person`: expected full, is closed\n');
    expect(out).toContain(why);
  });

  it('tells that a label which was not given is not known', async () => {
    const tests = COMMON.replace(', minor: false', '');
    const { out } = await run(`${tests}\ntests: [{ name: x, expect: { person: { shows: [Person.surname] } } }]\n`);
    expect(out).toContain('ice-dea-2026#1: `minor` is not given');
  });

  it('tells a shown field that should be treated, and a category that is not all shown, in one line each', async () => {
    const tests = `${COMMON}
tests:
  - name: x
    expect:
      person: { only: [PERSONAL_IDENTITY, IDENTITY_DOCUMENTS] }
`;
    const { out } = await run(tests);
    expect(out).toContain('Person.dateOfBirth of `person`: expected full, is generalised');
    expect(out).toContain('Person.passports and 1 more of `person`: expected full, is closed');
  });

  it('names the clauses that no test would miss, and fails when there are too many', async () => {
    const tests = `${COMMON}\ntests: [{ name: x, expect: { person: { shows: [Person.surname] } } }]\n`;
    const { status, out, err } = await run(tests, '--min-coverage', '50');
    expect(out).toContain('clauses that decide something in a test: 1 of 4 (25%)\n  never: ice-dea-2026#2\n');
    expect(err).toBe('fewer than 50% of the clauses decide something in a test\n');
    expect(status).toBe(1);
  });

  it('tells every mistake of an author with its place, and runs none of the tests', async () => {
    const tests = `${COMMON}
tests:
  - name: x
    of: IEC
    viewer: { role: analist }
    given:
      report: { kind: REPORT_OF_INVESTIGATIONS, colour: red }
      person: { within: raport }
    expect:
      persn: { shows: [Person.surname] }
  - name: y
    columns: { a: { for: { use: investigating } }, b: {} }
    matrix: |
      person              a     c
      PERSONAL_IDENTTY    full  -
  - name: z
    columns: { a: {} }
    matrix: |
      person              a
      PERSONAL_IDENTTY    full
      Person.surname      full full
      report              a
      Record.title        ful
      disclosure          SOME
  - name: w
`;
    const { status, out } = await run(tests);
    expect(out.split('\n').filter((line) => line.startsWith('  '))).toEqual(
      [
        '14:9: unknown agency `IEC` (did you mean `ICE`?)',
        '15:21: unknown role `analist` (did you mean `analyst`?)',
        '17:23: `kind` is never `REPORT_OF_INVESTIGATIONS` (did you mean `REPORT_OF_INVESTIGATION`?)',
        '17:49: a Record has no label `colour`',
        '18:25: there is no object `raport` (did you mean `report`?)',
        '22:33: unknown use `investigating` (did you mean `investigation`?)',
        '30:7: unknown category `PERSONAL_IDENTTY` (did you mean `PERSONAL_IDENTITY`?)',
        '31:7: `Person.surname` has 2 cells, and there are 1 columns',
        '33:27: unknown treatment `ful` (did you mean `full`?)',
        '34:27: unknown disclosure `SOME` (did you mean `NONE`?)',
        '35:5: a test has `expect` or `matrix`',
      ].map((line) => `  ice-dea-2026.test.yaml:${line}`),
    );
    expect(status).toBe(1);
  });

  it('knows every use that a notice consents to, not only the first', async () => {
    const notice = '{ kind: consent, party: ICE, to: [DEA], references: [report], uses: [analysis, investigation, x] }';
    const { out } = await run(
      `${COMMON}\ntests: [{ name: x, notices: [${notice}], expect: { report: { hides: all } } }]\n`,
    );
    expect(out.match(/unknown .*/g)).toEqual(['unknown use `x`']);
  });

  it('tells mistakes of shape, and an agreement that is not there', async () => {
    expect((await run(`${COMMON}\ntests: [{ name: x, expects: {} }]\n`)).out).toContain(
      '12:20: unknown key `expects` (did you mean `expect`?)',
    );
    const other = COMMON.replace('agreement: ice-dea-2026', 'agreement: ice-dae-2026');
    expect((await run(`${other}\ntests: [{ name: x, expect: { person: { hides: all } } }]\n`)).out).toContain(
      '3:12: no agreement `ice-dae-2026` without mistakes is beside it (did you mean `ice-dea-2026`?)',
    );
  });

  it.each([
    ['an unknown word', '[Record.narrative]', '[Record.narative]'],
    ['a shape that it cannot be read in', 'parties: [ICE, DEA]', 'partys: [ICE, DEA]'],
    ['no id', 'id: ice-dea-2026', 'name: ice-dea-2026'],
    ['no YAML', 'title: ICE and DEA', 'title: [ICE and DEA'],
  ])('says that the agreement has mistakes, and how they are told: %s', async (_, before, after) => {
    const broken = AGREEMENT.replace(before, after);
    const { status, out } = await runOf(broken, COMMON + STAGES);
    expect(out).toContain('3:12: the agreement `ice-dea-2026` has mistakes: run `concordat check ice-dea-2026.yaml`\n');
    expect(out).not.toContain('beside it');
    expect(status).toBe(1);
  });

  it('prints one JSON document for a pipeline', async () => {
    const { out } = await run(COMMON + STAGES, '--json', '--coverage');
    expect(JSON.parse(out)).toMatchObject({
      files: [{ agreement: 'ice-dea-2026', mistakes: [], tests: [{ name: 'what each stage opens', failures: [] }] }],
      coverage: { clauses: 4, decided: 4, percent: 100, never: [] },
    });
  });

  it('takes one agreement of a folder, and runs the tests beside it', async () => {
    const { status, out } = await concordat('test', join(SAMPLES, 'ice-dea-2009.yaml'), '--min-coverage', '100');
    expect(out).toMatch(/^\S*ice-dea-2009\.test\.yaml\n(?: {2}✓ .*\n)+9 tests, /);
    expect(status).toBe(0);
  });

  it('says so when there is nothing to run', async () => {
    const folder = mkdtempSync(join(root, 'none-'));
    const { status, err } = await concordat('test', folder);
    expect(err).toBe('error: there are no tests: no file is named `*.test.yaml`\n');
    expect(status).toBe(2);
  });
});
