import type { Clause } from '../../policy/agreement.ts';
import { textSearchSdl } from '../../schema/text-search.ts';
import { checkConformance } from '../../subgraphs/kit/conformance/conformance.ts';
import { starterSdl } from '../../subgraphs/kit/starter-sdl.ts';
import { object, record, refs, share, toyAgency } from './toy-agency.ts';

const drugs = record('r1', { narrative: 'ephedrine', crimeAreas: ['drug-trafficking'] });
const fraud = record('r2', { narrative: 'ephedrine', crimeAreas: ['fraud'] });

const FOUND = [
  { record: drugs, foundIn: ['TITLE', 'NARRATIVE'] },
  { record: fraud, foundIn: ['NARRATIVE'] },
  { record: null, foundIn: ['TITLE'] },
  { record: fraud, foundIn: ['WHATEVER'] },
];

const ring = object('DeaCase', 'c1', { summary: 'ephedrine', crimeAreas: ['drug-trafficking'] });
const other = object('DeaCase', 'c2', { summary: 'ephedrine', crimeAreas: ['fraud'] });
const CASES = [
  { case: ring, foundIn: ['TITLE', 'SUMMARY'], rank: 7 },
  { case: other, foundIn: ['SUMMARY'], rank: 3 },
];

/** An agency whose search finds all of this, whoever asks. */
function searching(clauses: readonly Clause[]) {
  return toyAgency({
    sources: [object('DeaTextSearch', 'DEA')],
    sdl: textSearchSdl('Dea'),
    clauses,
    resolvers: {
      DeaTextSearch: { hits: () => FOUND, caseHits: () => CASES },
      DeaTextHit: { foundIn: () => ['TITLE', 'SYNOPSIS', 'NARRATIVE'] },
    },
  });
}

const QUERY = `query ($r: [_Any!]!) { _entities(representations: $r) {
  ... on DeaTextSearch { id hits(text: "ephedrine") { foundIn record { id title } } } } }`;

const OF_CASES = `query ($r: [_Any!]!) { _entities(representations: $r) {
  ... on DeaTextSearch { caseHits(text: "ephedrine") { foundIn rank case { id summary } } } } }`;

async function told(agency: ReturnType<typeof searching>, viewer = 'ICE', query = QUERY): Promise<unknown> {
  const { data, errors } = await agency.ask(viewer, query, refs('DeaTextSearch', 'DEA'));
  expect(errors).toBeUndefined();
  return (data?.['_entities'] as readonly unknown[])[0];
}

const narratives = share({ coordinates: ['Record.narrative'], where: { crimeAreas: { anyOf: ['drug-trafficking'] } } });

describe("an agency's lock on a search by text", () => {
  it('lets in what was found in a field that is shown in full on that very record, and tells of such fields alone', async () => {
    expect(await told(searching([narratives]))).toEqual({
      id: 'DEA',
      hits: [{ foundIn: ['NARRATIVE'], record: { id: 'r1', title: null } }],
    });
    const both = searching([narratives, share({ coordinates: ['Record.title'] }, 'titles')]);
    expect(await told(both)).toEqual({
      id: 'DEA',
      hits: [{ foundIn: ['TITLE', 'NARRATIVE'], record: { id: 'r1', title: 'title of r1' } }],
    });
  });

  it('lets in nothing that was found in what is masked', async () => {
    const treatments = { 'Record.narrative': 'masked' } as const;
    const agency = searching([share({ coordinates: ['Record.narrative'], treatments })]);
    expect(await told(agency)).toBeNull();
    expect(agency.called).toEqual([]);
  });

  it('asks no resolver where no record could be found by text', async () => {
    const agency = searching([share({ coordinates: ['Record.office'] })]);
    expect(await told(agency)).toBeNull();
    expect(agency.called).toEqual([]);
  });

  it('lets in cases by their own fields, and asks no resolver for them where only records could be found', async () => {
    const where = { crimeAreas: { anyOf: ['drug-trafficking'] } };
    const summaries = searching([share({ coordinates: ['Case.summary'], where })]);
    expect(await told(summaries, 'ICE', OF_CASES)).toEqual({
      caseHits: [{ foundIn: ['SUMMARY'], rank: 7, case: { id: 'c1', summary: 'ephedrine' } }],
    });
    expect(await told(summaries)).toEqual({ id: 'DEA', hits: null });
    const ofRecords = searching([narratives]);
    expect(await told(ofRecords, 'ICE', OF_CASES)).toEqual({ caseHits: null });
    expect(ofRecords.called).not.toContain('DeaTextSearch.caseHits');
  });

  it("lets the agency's own viewers find everything", async () => {
    expect(await told(searching([]), 'DEA')).toMatchObject({
      hits: [{ record: { id: 'r1' } }, { record: { id: 'r2' } }],
    });
  });
});

describe('conformance of a search by text', () => {
  const check = (sdl: string) => checkConformance(starterSdl({ prefix: 'Dea' }) + sdl, { prefix: 'Dea' });

  it('is offered as a whole, or not at all', () => {
    expect(check('')).toEqual([]);
    expect(checkConformance(starterSdl({ prefix: 'Dea', textSearch: true }), { prefix: 'Dea' })).toEqual([]);
    expect(check(textSearchSdl('Dea').replace('type DeaTextHit implements TextHit', 'type DeaTextHit'))).toEqual([
      '`DeaTextHit` must implement `TextHit`',
    ]);
    expect(check(textSearchSdl('Dea').replaceAll('first: Int! =', 'most: Int! ='))).toContainEqual(
      expect.stringContaining('`DeaTextSearch.hits` takes ('),
    );
    expect(check('interface TextSearch { id: ID! }')).toContainEqual(
      'the object `DeaTextSearch` is missing: a search by text has it',
    );
  });
});
