import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Impact } from '../../policy/diff/impact.ts';
import { FOLDER, changed, concordat, place, usePlaces } from './concordat.ts';

usePlaces();

const AT = ['--at', '2026-03-01'];
const SAMPLES = fileURLToPath(new URL('../../agreements', import.meta.url));
const A = 'ice-dea-2012.yaml';
const ACCESSION = 'accessions: [{ party: ICE, to: CTR }]';

/** What an amendment of one document does. */
async function amended(name: string, ...changes: readonly (readonly [before: string, after: string])[]) {
  return concordat('diff', FOLDER, changed(name, ...changes), ...AT);
}

describe('concordat diff', () => {
  it('tells that nothing changes, whatever the layout', async () => {
    const nothing = { status: 0, out: 'nothing changes\n', err: '' };
    expect(await concordat('diff', FOLDER, FOLDER, ...AT)).toEqual(nothing);
    expect(await amended(A, ['areas: [drug-trafficking], uses', 'areas:  [ drug-trafficking ],  uses'])).toEqual(
      nothing,
    );
  });

  it('tells what opens, for whom and for what, and fails because of it', async () => {
    const { status, out } = await amended(A, [
      'coordinates: [Record.narrative]',
      'categories: [RECORD_NARRATIVE, BIOMETRIC]',
    ]);
    expect(status).toBe(1);
    expect(out).toBe(`ice-dea-2012
  clause A.2 shares or withholds something else

opens
  Person.fingerprintReference
    of ICE, for viewers of DEA
    for drug-trafficking (prosecution), viewers in the role prosecutor, viewers with the trainings, the clearance and the office that clauses ask for, from the stage match on
    now: ice-dea-2012#A.2 shares on every object
`);
  });

  it.each([
    ['a release', 'for: { released: true, uses: [analysis] }'],
    ['a release', 'for: { stage: follow-up, uses: [analysis] }'],
    ['a consent', 'consent: true\n      for: { uses: [analysis] }'],
  ])('tells what opens once there is %s (%s)', async (_, wait) => {
    const clause = `  - id: C.1\n    text: x\n    share:\n      from: [ICE]\n      to: [DEA]\n      categories: [BIOMETRIC]`;
    const { status, out } = await amended(A, ['  - id: B.1', `${clause}\n      ${wait}\n  - id: B.1`]);
    expect(status).toBe(1);
    expect(out).toContain('now: ice-dea-2012#C.1 shares on every object');
  });

  it.each([
    ['a release', '', ', released: true'],
    ['a consent', '      consent: true\n', ''],
  ])('tells that more opens when %s is not waited for any more', async (_, consent, released) => {
    const purpose = '      for: { areas: [drug-trafficking], uses: [investigation]';
    const waiting = changed(A, [purpose, `${consent}${purpose}${released}`]);
    const { status, out } = await concordat('diff', waiting, FOLDER, ...AT);
    expect(status).toBe(1);
    expect(out).toContain('opens on more objects, or more fully\n  Record.title');
  });

  it('does not fail because of what was meant to open, or because of what closes', async () => {
    const open = changed(A, ['uses: [investigation]', 'uses: [investigation, prosecution]']);
    expect((await concordat('diff', FOLDER, open, ...AT)).status).toBe(1);
    expect((await concordat('diff', FOLDER, open, ...AT, '--allow-opening')).status).toBe(0);
    const { status, out } = await concordat('diff', open, FOLDER, ...AT);
    expect(status).toBe(0);
    expect(out).toContain('\ncloses\n  Record.title\n');
  });

  it.each([
    [
      'more objects',
      '[drug-trafficking] } }\n      for',
      '[drug-trafficking, terrorism] } }\n      for',
      'opens on more objects',
    ],
    ['fewer objects', 'where: { crimeAreas', 'where: { program: OCDETF, crimeAreas', 'closes on some objects'],
    [
      'other objects',
      'where: { crimeAreas: { anyOf: [drug-trafficking] } }',
      'where: { program: OCDETF }',
      'on other objects',
    ],
    ['a value in full', '      treatments: { Record.title: masked }\n', '', 'opens on more objects, or more fully'],
    [
      'a value less fully',
      'Record.title: masked',
      'Record.title: masked, Record.synopsis: masked',
      'is shown less fully',
    ],
    ['who searches', 'disclosure: SILENT', 'disclosure: EXISTS', 'told of as existing: '],
  ])('tells of %s, with what the clause said and says', async (_, before, after, told) => {
    const { out } = await amended(A, [before, after]);
    expect(out).toContain(told);
    expect(out).toMatch(/ {4}before: ice-dea-2012#A\.\d (shares|discloses)/);
    expect(out).toMatch(/ {4}now: ice-dea-2012#A\.\d (shares|discloses)/);
  });

  it('tells what a withholding closes, and what its end opens', async () => {
    const withheld = '[Record.title, WiretapIntercept.line]';
    const { out } = await amended(A, ['[WiretapIntercept.line]', withheld]);
    expect(out).toContain('closes\n  Record.title\n    of ICE, for viewers of DEA\n');
    expect(out).toContain('now: ice-dea-2012#B.1 withholds on every object');
    const { out: back, status } = await concordat(
      'diff',
      changed(A, ['[WiretapIntercept.line]', withheld]),
      FOLDER,
      ...AT,
    );
    expect({ status, opens: back.includes('opens\n  Record.title\n') }).toEqual({ status: 1, opens: true });
  });

  it('tells of agencies together to which the same happens', async () => {
    const { out } = await amended('centre-2010.yaml', ['[Person.surname]', '[Person.surname, Person.phones]']);
    expect(out).toContain(`  found by Person.phones
    of ATF, FBI, for viewers of DEA
    of ATF, DEA, for viewers of FBI
    of DEA, FBI, for viewers of ATF
    for drug-trafficking (any use)
    now: centre-2010#1 discloses CONTACT on every object`);
  });

  it('tells what an accession opens, on what is recorded from then on', async () => {
    const { out } = await amended(A, ['parties: [ICE, DEA]', `parties: [ICE, DEA, CTR]\n${ACCESSION}`]);
    expect(out).toContain('parties: ICE, DEA → ICE, DEA, CTR');
    expect(out).toContain('found by Person.surname\n    of ATF, DEA, FBI, for viewers of ICE');
    expect(out).toContain('`record.recordedOn` is from 2012-01-01');
  });

  it('tells what an agreement that comes later will open, on its first day', async () => {
    const folder = changed('ice-dea-later.yaml', ['[Record.synopsis]', '[Record.synopsis, Record.office]']);
    expect((await concordat('diff', FOLDER, folder, ...AT)).out).toContain('no field opens or closes');
    expect((await concordat('diff', FOLDER, folder)).out).toContain('opens\n  Record.office');
  });

  it('tells of parties, dates, lineage, texts, obligations and clauses', async () => {
    const { out } = await amended(
      A,
      ['effective: 2012-01-01', 'until: 2030-12-31\nfollows: [centre-2010]\nnoticeDays: 30\neffective: 2012-01-02'],
      ['[Record.narrative]', '[Record.narrative]\n      obligations: { retentionDays: 30 }'],
      ['ICE is told', 'ICE is always told'],
      ['id: B.1', 'id: B.2'],
    );
    expect(out).toMatch(/^ {2}effective: 2012-01-01 → 2012-01-02$/m);
    expect(out).toMatch(/^ {2}until: nothing → 2030-12-31$/m);
    expect(out).toMatch(/^ {2}follows: nothing → centre-2010$/m);
    expect(out).toMatch(/^ {2}noticeDays: nothing → 30$/m);
    expect(out).toMatch(/^ {2}clause A\.3 says: ICE is always told who looks for its persons\.$/m);
    expect(out).toMatch(/^ {2}clause A\.2, obligations: nothing → \{"retentionDays":30\}$/m);
    expect(out).toMatch(/^ {2}clause B\.1 is gone$/m);
    expect(out).toContain('\nno field opens or closes\n');
  });

  it('compares two versions of one document, among the neighbours of either', async () => {
    const folder = changed(A, ['uses: [investigation]', 'uses: [investigation, prosecution]']);
    const alone = place('alone.yaml');
    copyFileSync(join(folder, A), alone);
    const { out, err } = await concordat('diff', join(FOLDER, A), alone, ...AT);
    expect({ err, opens: out.includes('opens\n  Record.title\n') }).toEqual({ err: '', opens: true });
  });

  it('puts an amendment beside what it amends', async () => {
    const amendment = place('amendment.yaml');
    writeFileSync(
      amendment,
      `concordat: 1
id: ice-dea-amended
title: An amendment
signed: 2013-01-01
effective: 2013-01-01
parties: [ICE, DEA]
amends: [{ agreement: ice-dea-2012, replaces: [A.1] }]
clauses:
  - id: '1'
    text: Nothing takes its place.
`,
    );
    const { status, out } = await concordat('diff', join(FOLDER, A), amendment, ...AT);
    expect(status).toBe(0);
    expect(out).toMatch(/^ice-dea-amended\n {2}it is new: ICE, DEA; in force from 2013-01-01$/m);
    expect(out).toContain('closes\n  Record.title\n');
  });

  it('fails because of a document that cannot be read, and says which', async () => {
    const { status, err } = await amended(A, ['[Record.narrative]', '[Record.narative]']);
    expect(status).toBe(1);
    expect(err).toContain('ice-dea-2012.yaml is broken and discloses nothing:');
  });

  it('does not say that nothing changes where a document cannot be read, and says first that it cannot', async () => {
    const broken = changed(A, ['[Record.narrative]', '[Record.narative]']);
    const { status, out, err } = await concordat('diff', broken, broken, ...AT);
    expect(out).toBe(
      'documents with mistakes are left out: what they change is not told\n\nin the other documents nothing changes\n',
    );
    expect(err.match(/ice-dea-2012\.yaml is broken/g)).toHaveLength(2);
    expect(status).toBe(1);
    const one = await concordat('diff', FOLDER, broken, ...AT);
    expect(one.out).toMatch(/^documents with mistakes are left out/);
  });

  it('asks back when it is called wrongly', async () => {
    expect(await concordat('diff', FOLDER, '/nowhere')).toMatchObject({
      status: 2,
      err: 'error: there is no `/nowhere`\n',
    });
    expect((await concordat('diff', FOLDER, join(FOLDER, A))).err).toBe('error: name two folders, or two files\n');
  });

  it('compares the samples with a draft of one of them', async () => {
    const drafts = place('drafts');
    cpSync(SAMPLES, drafts, { recursive: true });
    const path = join(drafts, 'ofc-ice-2009.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace('categories: [CASE_SUMMARY, SEIZURES, OUTCOMES]', 'categories: [CASE_SUMMARY, OUTCOMES]'),
    );
    const { impacts } = JSON.parse((await concordat('diff', SAMPLES, drafts, '--json')).out) as {
      impacts: readonly Pick<Impact, 'kind' | 'coordinates' | 'pairs'>[];
    };
    expect(impacts.map(({ kind }) => kind).filter((kind) => kind !== 'closes' && kind !== 'narrows')).toEqual([]);
    expect(impacts.flatMap(({ coordinates }) => coordinates)).toContain('Case.seizures');
    const originators = impacts.flatMap(({ pairs }) => pairs.map(({ originator }) => originator));
    expect([...new Set(originators)]).toEqual(['ICE']);
  });
});
