import { Client } from 'pg';
import type { Pipeline } from '../../../gateway/pipeline.ts';
import { BLINDING_KEYS } from '../../support/pointers.ts';
import { hitsIn } from '../../support/scenario/hits.ts';
import { UNHURRIED, useScenario, type ScenarioOptions } from '../../support/scenario/scenario.ts';
import { withoutGatewayLock } from '../../support/scenario/stages.ts';
import { AGREEMENT } from './agreement.ts';
import * as data from './data.ts';

const { byTitle, bySynopsis, shown, own, otherArea, withheld, masked, caseByTitle, caseBySummary } = data;

const WORLD: ScenarioOptions = {
  agencies: ['ICE', 'DEA', 'FBI', 'ATF'],
  agreements: [AGREEMENT],
  data: data.DATA,
  blindingKeys: () => BLINDING_KEYS,
};

const SEARCH = `query ($filter: RecordFilter, $orderBy: RecordOrder, $first: Int, $after: String) {
  records(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { disclosure originator { code } contact { id } record { id } } }
  }
}`;

const CASES = `query ($text: String, $status: [CaseStatus!]) { cases(filter: { text: $text, status: $status }) {
  totalCount edges { node { originator { code } case { id title summary } } } } }`;

interface Page {
  readonly records: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

type Answer = Parameters<typeof hitsIn>[0];

const ids = (answer: Answer) => hitsIn(answer).map(({ record }) => (record as { id: string } | null)?.id ?? null);
const caseIds = (answer: Answer) => hitsIn(answer, 'cases').map((hit) => (hit.case as { id: string }).id);
const countIn = (answer: Answer) => (answer.data as unknown as Page).records.totalCount;

/** What is found by the word, by its rank: in titles, then in a synopsis, then in a narrative. */
const FOUND = [byTitle, shown, bySynopsis, own].map(({ id }) => id);

const scenario = useScenario(WORLD);

describe('records that are filtered by a text', () => {
  const search = (filter: object, more: object = {}, agency = 'DEA') =>
    scenario.as(agency).query(SEARCH, { filter, ...more });

  it('are found by what stands in fields that are shown in full on them, the most relevant of all agencies first', async () => {
    const answer = await search({ text: 'ephedrine' });
    expect(answer.errors).toBeUndefined();
    expect(ids(answer)).toHaveLength(4);
    expect(new Set(ids(answer).slice(0, 2))).toEqual(new Set(FOUND.slice(0, 2)));
    expect(ids(answer).slice(2)).toEqual(FOUND.slice(2));
    expect(countIn(answer)).toBe(4);
  });

  it('are looked for by the agencies that search their texts, of which each is asked once, and none that shows none', async () => {
    const { asked } = await search({ text: 'ephedrine' });
    expect(Object.keys(asked).sort()).toEqual(['DEA', 'FBI', 'ICE', 'index']);
    expect(asked['ICE']!.filter((query) => query.includes('hits'))).toHaveLength(1);
    expect(asked['ICE']!.join()).not.toContain('narrative');
  });

  it('come without the text to the index, which is told what it leads to', async () => {
    const from = scenario.received.length;
    const { recorded } = await search({ text: 'ephedrine "two pallets"' });
    await scenario.as('DEA').query('{ records(filter: { text: "ephedrine \\"two pallets\\"" }) { totalCount } }');
    const bodies = scenario.received.slice(from).filter(({ subgraph }) => subgraph === 'index');
    expect(bodies.length).toBeGreaterThan(1);
    for (const { body } of bodies) expect(body).not.toMatch(/ephedrine|pallets/iu);
    for (const { body } of bodies) expect(body).toContain('~text1;');
    expect(JSON.stringify(recorded)).not.toMatch(/ephedrine|pallets/iu);
  });

  it('answer to all else that is asked of them, too', async () => {
    expect(ids(await search({ text: 'ephedrine', originators: ['ICE'] }))).toEqual([byTitle.id, bySynopsis.id]);
    expect(ids(await search({ text: 'ephedrine', recordedFrom: '2010-02-01', recordedUntil: '2010-03-31' }))).toEqual([
      shown.id,
      bySynopsis.id,
    ]);
    expect(ids(await search({ text: 'ephedrine', phone: data.NUMBER }))).toEqual([bySynopsis.id]);
    expect(ids(await search({ text: 'ephedrine', kinds: ['WIRETAP_INTERCEPT'] }))).toEqual([]);
    expect(ids(await search({ text: 'ephedrine -pallets', originators: ['ICE'] }))).toEqual([bySynopsis.id]);
    expect(ids(await search({ text: '-pallets' }))).toEqual([]);
  });

  it('are asked of nobody whom the filter leaves out', async () => {
    const { asked } = await search({ text: 'ephedrine', originators: ['ICE'] });
    expect(Object.keys(asked).sort()).toEqual(['ICE', 'index']);
  });

  it('are asked of nobody of whom the rest of the filter cannot find anything', async () => {
    const { asked, data: told } = await search({ text: 'ephedrine', passport: 'US:123456789' });
    expect(Object.keys(asked).sort()).toEqual(['DEA', 'index']);
    expect(told).toMatchObject({ records: { totalCount: 0 } });
  });

  it.each([
    ['BAD_PAGE', {}, { first: 101 }],
    ['BAD_PAGE', {}, { first: -1 }],
    ['BAD_FILTER', { originators: Array.from({ length: 101 }, () => 'ICE') }, {}],
    ['BAD_FILTER', { recordedFrom: 'yesterday' }, {}],
    ['BAD_TEXT', { text: '' }, {}],
    ['BAD_TEXT', { text: ' ' }, {}],
    ['BAD_TEXT', { text: 'x\0' }, {}],
  ])('are asked of no agency where the search is refused: %s', async (code, filter, more) => {
    const { asked, errors } = await search({ text: 'ephedrine', ...filter }, more);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(Object.keys(asked).filter((subgraph) => subgraph !== 'index')).toEqual([]);
  });

  it('are not found by a clause that only says whom to call, though it names the field and the number', async () => {
    const byNumber = await search({ phone: data.NUMBER, originators: ['FBI'] });
    expect(hitsIn(byNumber).map(({ disclosure }) => disclosure)).toEqual(['CONTACT']);
    const both = await search({ phone: data.NUMBER, text: 'ephedrine OR elsewhere', originators: ['FBI'] });
    expect(countIn(both)).toBe(0);
  });

  it('are sorted by date where that is asked', async () => {
    const answer = await search({ text: 'ephedrine' }, { orderBy: 'RECORDED_ON_DESC' });
    expect(ids(answer)).toEqual([own, shown, bySynopsis, byTitle].map(({ id }) => id));
  });

  it.each([undefined, 'RECORDED_ON_DESC'])('are turned page by page, in the order %s', async (orderBy) => {
    const all = ids(await search({ text: 'ephedrine' }, { orderBy }));
    const turned: (string | null)[] = [];
    let after: string | null = null;
    do {
      const answer = await search({ text: 'ephedrine' }, { orderBy, first: 1, after });
      expect(answer.errors).toBeUndefined();
      turned.push(...ids(answer));
      const { pageInfo } = (answer.data as unknown as Page).records;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(turned).toEqual(all);
  });

  it('say where texts were not searched, or not on every record, and why', async () => {
    const { withheld: told } = await search({ text: 'ephedrine' });
    const reasons = told.map(({ originator, coordinate, reason }) => [originator, coordinate, reason]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        ['ATF', 'Record.title', 'NOT_COVERED'],
        ['FBI', 'Record.title', 'ROW_CONDITION'],
        ['ICE', 'Record.narrative', 'NOT_COVERED'],
        ['ICE', 'Record.synopsis', 'ROW_CONDITION'],
      ]),
    );
  });

  it('are looked for under several keys by several texts, each of which is asked once', async () => {
    const query = `query ($a: String, $b: String) {
      a: records(filter: { text: $a }) { totalCount } b: records(filter: { text: $b }) { totalCount }
      c: records(filter: { text: $a, originators: ["FBI"] }) { totalCount } cases(filter: { text: $a }) { totalCount } }`;
    const { data: told, asked } = await scenario.as('DEA').query(query, { a: 'ephedrine', b: 'pallets' });
    expect(told).toEqual({
      a: { totalCount: 4 },
      b: { totalCount: 1 },
      c: { totalCount: 1 },
      cases: { totalCount: 2 },
    });
    expect(asked['ICE']).toHaveLength(3);
    expect(asked['FBI']).toHaveLength(2);
  });

  it('cannot be named by who writes what only the gateway writes', async () => {
    const sealed = `~text1;ICE:${Buffer.alloc(21).toString('base64url')}`;
    expect(countIn(await search({ text: sealed }))).toBe(0);
  });
});

describe('cases that are filtered by a text', () => {
  it('are found by their titles and summaries where these are shown, and by all else that is asked', async () => {
    const answer = await scenario.as('DEA').query(CASES, { text: 'ephedrine' });
    expect(answer.errors).toBeUndefined();
    expect(caseIds(answer)).toEqual([caseByTitle.id, caseBySummary.id]);
    expect(caseIds(await scenario.as('DEA').query(CASES, { text: 'ephedrine', status: ['CLOSED'] }))).toEqual([]);
  });

  it('are searched by `textSearches`, too', async () => {
    const query = `query ($text: String!) { textSearches(filter: { originators: ["ICE", "FBI"] }) {
      id caseHits(text: $text) { foundIn rank case { id summary } } } }`;
    const { data: told, errors } = await scenario.as('DEA').query(query, { text: 'ephedrine' });
    expect(errors).toBeUndefined();
    const hit = (foundIn: string, { id, summary }: typeof caseByTitle) => ({
      foundIn: [foundIn],
      rank: expect.any(Number) as unknown,
      case: { id, summary },
    });
    const { textSearches } = told as unknown as { readonly textSearches: readonly object[] };
    expect(textSearches).toHaveLength(2);
    expect(textSearches).toEqual(
      expect.arrayContaining([
        { id: 'ICE', caseHits: [hit('TITLE', caseByTitle), hit('SUMMARY', caseBySummary)] },
        { id: 'FBI', caseHits: null },
      ]),
    );
  });
});

/** Changes of what DEA may not see: of which agency, and how. */
const HIDDEN: readonly (readonly [string, string, string])[] = [
  ['narratives, of which none is shown', 'ICE', `SET narrative = 'ephedrine and ephedrine, pallets, pounds'`],
  ['a synopsis on a record on which it is not shown', 'ICE', `SET synopsis = 'pounds' WHERE id = '${otherArea.id}'`],
  ['what is withheld as a whole', 'ICE', `SET title = 'pounds', synopsis = 'pallets' WHERE id = '${withheld.id}'`],
  ['a title that is masked', 'FBI', `SET title = 'pallets and pounds' WHERE id = '${masked.id}'`],
  ['all that an agency keeps', 'ATF', `SET title = 'pounds', narrative = 'pallets'`],
];

describe('records that are filtered by a text', () => {
  const SEARCHES = [
    { filter: { text: 'ephedrine' } },
    { filter: { text: 'pallets OR pounds' }, orderBy: 'RECORDED_ON_DESC' },
    { filter: { text: 'ephedrine', phone: data.NUMBER } },
    { filter: { text: 'ephedrine -pounds', recordedFrom: '2010-02-01' }, orderBy: 'RECORDED_ON_DESC' },
  ];

  const answers = async () => {
    const told: unknown[] = [];
    for (const search of SEARCHES) {
      const { text, asked } = await scenario.as('DEA').query(SEARCH, { ...search, first: 2 });
      told.push([text, asked]);
    }
    return told;
  };

  let before: readonly unknown[];
  beforeAll(async () => {
    before = await answers();
  });

  it.each(HIDDEN)('are the same, and asked for in the same way, whatever is in %s', async (_what, agency, how) => {
    const client = new Client({ connectionString: scenario.databaseOf(agency) });
    await client.connect();
    await client.query(`UPDATE "Record" ${how}`);
    await client.end();
    expect(await answers()).toEqual(before);
  });
});

describe('operations that look for texts', () => {
  const limits = {
    ...UNHURRIED,
    operation: { ...UNHURRIED.operation, cost: 1_000 },
    texts: { atOnce: 2, ofViewer: 1, waiting: 1 },
  };
  const limited = useScenario({ ...WORLD, door: { limits } });

  const COUNTS = 'query ($text: String) { records(filter: { text: $text }, first: 0) { totalCount } }';
  const search = (query: string) => limited.as('DEA').query(query, { text: 'ephedrine' });
  const codesOf = ({ errors }: Awaited<ReturnType<typeof search>>) => errors?.map(({ extensions }) => extensions.code);
  const send = async (viewer: object, text = 'ephedrine') => {
    const headers = { ...(await limited.as('DEA', viewer).headers()), 'content-type': 'application/json' };
    const body = JSON.stringify({ query: COUNTS, variables: { text } });
    return fetch(`${limited.url}/graphql`, { method: 'POST', headers, body });
  };

  it('cost as much as asking the agencies does, for records and for cases apart, and nobody is asked past the limit', async () => {
    const both = `query ($text: String) { records(filter: { text: $text }, first: 0) { totalCount }
      cases(filter: { text: $text }, first: 0) { totalCount } }`;
    expect(codesOf(await search(COUNTS))).toBeUndefined();
    const refused = await search(both);
    expect([codesOf(refused), refused.asked]).toEqual([['OPERATION_TOO_COSTLY'], {}]);
    expect(refused.errors?.[0]?.message).toContain('may cost 1012, its selectors looked for by 20 keys');
  });

  it('wait for their turn, and are refused where too many of one viewer wait', async () => {
    const own = await Promise.all(Array.from({ length: 12 }, () => send({ sub: 'a' })));
    expect(own.map(({ status }) => status).sort()).toContain(429);
    expect(own.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
    const refused = own.find(({ status }) => status === 429)!;
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await refused.text()).toContain('RATE_LIMITED');
  });

  it('give their turn back, whatever became of them', async () => {
    for (const text of ['', 'ephedrine', 'x'.repeat(201), 'pallets', 'ephedrine']) {
      expect((await send({ sub: 'b' }, text)).status).toBe(/^[a-w]/u.test(text) ? 200 : 400);
    }
  });
});

describe('a text, when an agency does not answer', () => {
  it('leads to what the others found, and the answer says whose part is missing', async () => {
    await scenario.stopSubgraph('FBI');
    const answer = await scenario.as('DEA').query(SEARCH, { filter: { text: 'ephedrine' } });
    expect(ids(answer)).toEqual([byTitle, bySynopsis, own].map(({ id }) => id));
    expect(answer.errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['SUBGRAPH_UNAVAILABLE', expect.stringContaining('`FBI`')],
    ]);
  });
});

/** A gateway that asks agencies whatever was asked for, and believes everything, but knows what a text is. */
const agenciesLockAlone = (pipeline: Pipeline): Pipeline => ({
  ...withoutGatewayLock(pipeline),
  egress: (fetch, answering) =>
    (fetch.subgraph === 'index' ? pipeline : withoutGatewayLock(pipeline)).egress(fetch, answering),
});

describe('records that are filtered by a text, with one lock of two', () => {
  describe("the agencies' own, and the index's", () => {
    const locked = useScenario({ ...WORLD, stages: agenciesLockAlone });
    it('are the same', async () => {
      const answer = await locked.as('DEA').query(SEARCH, { filter: { text: 'ephedrine' } });
      expect(new Set(ids(answer))).toEqual(new Set(FOUND));
    });
  });

  describe("the gateway's, and the index's", () => {
    const locked = useScenario({ ...WORLD, agencyLock: false });
    it('are the same', async () => {
      const answer = await locked.as('DEA').query(SEARCH, { filter: { text: 'ephedrine' } });
      expect(new Set(ids(answer))).toEqual(new Set(FOUND));
    });
  });
});
