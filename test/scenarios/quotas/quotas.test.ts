import { Client } from 'pg';
import { recordsWith } from '../../support/scenario/hits.ts';
import { useScenario, type AsOptions } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, ice } from './data.ts';

const scenario = useScenario({ agencies: ['ICE', 'DEA', 'ATF'], agreements: [AGREEMENT], data: DATA, hub: true });

const QUERY = recordsWith('title synopsis');
const BASE = 'area=drug-trafficking; use=investigation; case=TEST-1';

beforeEach(async () => {
  const client = new Client({ connectionString: scenario.hubUrl });
  await client.connect();
  await client.query('DELETE FROM quota.searches');
  await client.end();
});

const titleFor = async (agency: string, options: AsOptions = {}, query = QUERY) => {
  const { text } = await scenario.as(agency, options).query(query);
  return text.includes('"a title"');
};

describe('a quota', () => {
  it('counts the searches of all viewers of an agency together, and of each agency apart', async () => {
    expect(await titleFor('DEA')).toBe(true);
    expect(await titleFor('DEA', { sub: 'another' })).toBe(true);
    expect(await titleFor('DEA')).toBe(true);
    expect(await titleFor('DEA')).toBe(false);
    expect(await titleFor('DEA', { sub: 'another' })).toBe(false);
    expect(await titleFor('ATF')).toBe(true);
    expect(await titleFor('ICE')).toBe(true);
  });

  it('lets as many searches through as it says, however many come at once', async () => {
    const shown = await Promise.all(Array.from({ length: 12 }, () => titleFor('DEA')));
    expect(shown.filter(Boolean)).toHaveLength(3);
  });

  it('says that it is spent, under which clause, and what other clauses share is still shown', async () => {
    for (let search = 0; search < 3; search += 1) await titleFor('DEA');
    const { text, withheld, asked, visibility } = await scenario.as('DEA').query(QUERY);
    expect(text).toContain('"a synopsis"');
    expect(withheld.filter(({ originator }) => originator === 'ICE')).toEqual([
      { originator: 'ICE', coordinate: 'Record.title', reason: 'QUOTA_SPENT', because: ['test#counted'] },
    ]);
    expect(visibility.spent).toEqual(['test#counted']);
    expect(asked['ICE']?.join()).not.toContain('title');
    expect(visibility.obligations).toEqual([]);
  });

  it('closes the clause to the index too: what it alone tells of is no longer counted', async () => {
    const count = async () => (await scenario.as('DEA').query(COUNT)).data as { records: { totalCount: number } };
    const COUNT = '{ records(filter: { kinds: [REPORT_OF_INVESTIGATION] }) { totalCount } }';
    scenario.agreements.put([{ ...AGREEMENT, clauses: [KINDS] }]);
    try {
      expect((await count()).records.totalCount).toBe(1);
      expect((await count()).records.totalCount).toBe(0);
    } finally {
      scenario.agreements.put([AGREEMENT]);
    }
  });

  it('counts each text that is searched for', async () => {
    const query = `{ textSearches(filter: { originators: ["ICE"] }) {
      a: hits(text: "title") { foundIn } b: hits(text: "title") { foundIn } } }`;
    const search = async () => JSON.stringify((await scenario.as('DEA').query(query)).data);
    const hit = { foundIn: ['TITLE'] };
    expect(await search()).toBe(JSON.stringify({ textSearches: [{ a: [hit], b: [hit] }] }));
    expect(await search()).not.toContain('TITLE');
  });

  it('counts each text that is searched for under one key', async () => {
    const query = `{ textSearches(filter: { originators: ["ICE"] }) {
      ... on IceTextSearch { hits(text: "title") { foundIn } } ... on DeaTextSearch { hits(text: "a") { foundIn } }
      ... on AtfTextSearch { hits(text: "the") { foundIn } } } }`;
    const search = async () => JSON.stringify((await scenario.as('DEA').query(query)).data);
    expect(await search()).toContain('TITLE');
    expect(await search()).not.toContain('TITLE');
  });

  it('counts a search for cases by text', async () => {
    const query = `{ textSearches(filter: { originators: ["ICE"] }) {
      a: caseHits(text: "x") { rank } b: caseHits(text: "x") { rank } hits(text: "title") { foundIn } } }`;
    const search = async () => JSON.stringify((await scenario.as('DEA').query(query)).data);
    expect(await search()).toContain('TITLE');
    expect(await search()).not.toContain('TITLE');
  });

  it('of a kind of search counts those of that kind', async () => {
    const purpose = `${BASE}; search=name`;
    expect(await titleFor('DEA', { purpose })).toBe(true);
    expect(await titleFor('DEA', { purpose })).toBe(true);
    expect(await titleFor('DEA', { purpose })).toBe(false);
  });

  it('of kinds of search only opens nothing to a purpose that states none of them', async () => {
    const office = recordsWith('office');
    const shown = async (purpose: string) => (await scenario.as('DEA', { purpose }).query(office)).text;
    expect(await shown(BASE)).not.toContain('an office');
    expect(await shown(`${BASE}; search=name`)).not.toContain('an office');
    expect(await shown(`${BASE}; search=tp-tp`)).toContain('an office');
    expect(await shown(`${BASE}; search=tp-tp`)).not.toContain('an office');
  });

  it('counts every search of an operation, and none of what is no search of others', async () => {
    const record = 'query ($id: ID!) { record(id: $id) { title } agencies { code } }';
    for (let time = 0; time < 4; time += 1) {
      const { data } = await scenario.as('DEA').query(record, { id: ice.record.id });
      expect(data).toMatchObject({ record: { title: 'a title' } });
    }
    const one = 'records { edges { node { record { title } } } }';
    const skipped = `query { ...A skipped: records @skip(if: true) { totalCount } } fragment A on Query { a: ${one} }`;
    expect(await titleFor('DEA', {}, skipped)).toBe(true);
    expect(await titleFor('DEA', {}, `{ a: ${one} b: ${one} }`)).toBe(true);
    expect(await titleFor('DEA')).toBe(false);
  });

  it('shows nothing to an operation with more searches than are left', async () => {
    const four = ['a', 'b', 'c', 'd'].map((key) => `${key}: records { edges { node { record { title } } } }`);
    expect(await titleFor('DEA', {}, `{ ${four.join(' ')} }`)).toBe(false);
  });

  it('counts as spent when it cannot be counted', async () => {
    const client = new Client({ connectionString: scenario.hubUrl });
    await client.connect();
    await client.query('ALTER TABLE quota.searches RENAME TO gone');
    try {
      const { text, visibility } = await scenario.as('DEA').query(QUERY);
      expect(text).toContain('"a synopsis"');
      expect(text).not.toContain('"a title"');
      expect(visibility.spent).toEqual(['test#counted']);
    } finally {
      await client.query('ALTER TABLE quota.gone RENAME TO searches');
      await client.end();
    }
  });
});

const KINDS = {
  id: 'kinds',
  text: 'ICE tells that it has a record.',
  share: {
    from: ['ICE'],
    to: ['DEA'],
    coordinates: ['Record.kind'],
    disclosure: 'EXISTS',
    obligations: { quotas: [{ perDay: 1 }] },
  },
} as const;
