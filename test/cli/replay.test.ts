import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { changedCopy, concordat, place, usePlaces } from './concordat.ts';

usePlaces();

const SAMPLES = fileURLToPath(new URL('../../agreements', import.meta.url));
/** The samples with one of them changed. */
const draft = (name: string, ...changes: readonly (readonly [before: string, after: string])[]) =>
  changedCopy(SAMPLES, name, ...changes);

function recorded(...lines: readonly unknown[]): string {
  const path = place('operations.ndjson');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(path, `${text.join('\n')}\n`);
  return path;
}

const replay = (operations: string, folder: string, ...args: readonly string[]) =>
  concordat('replay', operations, '--draft', folder, '--current', SAMPLES, ...args);

const DRUGS = { area: 'drug-trafficking', use: 'investigation', case: 'DEA-1' };
const ANALYST = { agency: 'FBI', role: 'analyst' };
const OF_ICE =
  '{ records(filter: { originators: ["ICE"] }) { edges { node { record { title narrative financial { totalAmount { amount } } } } } } }';
const asked = { at: '2026-03-01T09:00:00Z', viewer: ANALYST, purpose: DRUGS, query: OF_ICE };

/** ICE shows the full text, and no longer anything of money. */
const otherwise = () =>
  draft('ofc-ice-2009.yaml', [
    '[RECORD_SUMMARY, IDENTIFIERS, FINANCIAL, PERSONAL_IDENTITY,',
    '[RECORD_SUMMARY, IDENTIFIERS, RECORD_NARRATIVE, PERSONAL_IDENTITY,',
  ]);

describe('concordat replay', () => {
  it('tells what a recipient would gain and lose of an originator, in how many operations', async () => {
    const own = { ...asked, viewer: { agency: 'ICE', role: 'analyst' } };
    const other = { ...asked, query: '{ cases { edges { node { case { title } } } } }' };
    const { status, out, err } = await replay(recorded(asked, asked, own, other), otherwise());
    expect(out).toBe(
      "FBI of ICE's\n" +
        '  opens   Record.narrative is shown, and was not (2 operations: lines 1, 2)\n' +
        '  closes  FinancialMaterial.totalAmount is not shown any more (2 operations: lines 1, 2)\n' +
        '4 operations, 2 would be answered otherwise\n',
    );
    expect(err).toBe('');
    expect(status).toBe(1);
    expect((await replay(recorded(asked), otherwise(), '--allow-opening')).status).toBe(0);
  });

  it('tells that nothing changes when nothing does', async () => {
    const same = draft('ofc-ice-2009.yaml', ['title: ICE in', 'title: The ICE in']);
    const { out, status } = await replay(recorded(asked), same);
    expect(status).toBe(0);
    expect(out).toBe('1 operation, 0 would be answered otherwise\n');
  });

  it('tells fields that would be shown of more or fewer objects, or otherwise', async () => {
    const areas = 'case.crimeAreas: { anyOf: [drug-trafficking, money-laundering';
    const wider = draft('ofc-ice-2009.yaml', [`${areas}] }`, `${areas}, terrorism] }`]);
    const narrower = draft('ofc-ice-2009.yaml', [`${areas}] }`, 'case.crimeAreas: { anyOf: [drug-trafficking] }']);
    const masked = draft('ofc-ice-2009.yaml', [
      'categories: [CASE_SUMMARY, SEIZURES, OUTCOMES]',
      'categories: [CASE_SUMMARY, SEIZURES, OUTCOMES]\n      treatments: { Case.seizures: generalised }',
    ]);
    const cases = {
      ...asked,
      query: '{ cases(filter: { originators: ["ICE"] }) { edges { node { case { seizures { asset } } } } } }',
    };
    expect((await replay(recorded(cases), wider)).out).toContain('widens  Case.seizures is shown of more');
    const less = await replay(recorded(cases), narrower);
    expect(less.out).toContain('narrows Case.seizures is shown of less');
    expect(less.status).toBe(0);
    expect((await replay(recorded(cases), masked)).out).toContain('treats  Case.seizures is shown otherwise');
  });

  it('reads rows of the ledger, of which neither codes nor variables are kept', async () => {
    const row = {
      viewer: 'fbi-analyst-7',
      ...ANALYST,
      area: 'drug-trafficking',
      use: 'investigation',
      case_number: 'FBI-9',
      operation:
        'query($f:Boolean!){records(filter:{originators:[""]}){edges{node{record{title narrative@include(if:$f)}}}}}',
    };
    const { status, out } = await replay(recorded(row), otherwise());
    expect(out).toContain('opens   Record.narrative is shown, and was not (1 operation: line 1)');
    expect(status).toBe(1);
  });

  it('sets lines aside that it cannot replay, each with its number, and replays the rest', async () => {
    const operations = recorded(
      'no JSON',
      asked,
      { ...asked, viewer: { ...ANALYST, agency: 'FBY' } },
      { ...asked, purpose: { ...DRUGS, area: 'drugs' } },
      { ...asked, query: '{ nothing }' },
      { ...asked, query: undefined },
    );
    const { status, out, err } = await replay(operations, otherwise());
    expect(err.replaceAll(`${operations}:`, '').split('\n')).toEqual([
      '1: it is no JSON; set aside',
      '3: unknown agency `FBY` (did you mean `FBI`?); set aside',
      expect.stringMatching(/^4: unknown crime area `drugs`/) as unknown,
      '5: Cannot query field "nothing" on type "Query".; set aside',
      '6: `query` is missing; set aside',
      '',
    ]);
    expect(out).toContain('1 operation, 1 would be answered otherwise; 5 lines set aside\n');
    expect(status).toBe(1);
  });

  it('prints one JSON document for a pipeline', async () => {
    const { out } = await replay(recorded(asked, 'no JSON'), otherwise(), '--json');
    expect(JSON.parse(out)).toMatchObject({
      operations: 1,
      affected: 1,
      differences: [
        { recipient: 'FBI', originator: 'ICE', what: 'Record.narrative', kind: 'opens', operations: 1, lines: [1] },
        { what: 'FinancialMaterial.totalAmount', kind: 'closes' },
      ],
      aside: 1,
      asideLines: [{ line: 2, why: 'it is no JSON' }],
    });
  });

  it('asks at the instant at which the operation was recorded', async () => {
    const early = { ...asked, at: '2009-08-05T23:59:59Z' };
    const { out } = await replay(recorded(early), otherwise());
    expect(out).toBe('1 operation, 0 would be answered otherwise\n');
  });

  it('tells of a draft with mistakes, which discloses nothing, and of a file that is not there', async () => {
    const broken = draft('ofc-ice-2009.yaml', ['categories: [LIAISON_CONTACT]', 'categories: [LIAISON]']);
    const { status, out, err } = await replay(recorded(asked), broken);
    expect(err).toContain('ofc-ice-2009.yaml is broken and discloses nothing');
    expect(out).toContain('closes  Record.title is not shown any more');
    expect(status).toBe(1);
    expect(await replay(place('none.ndjson'), broken)).toMatchObject({ status: 2 });
  });
});
