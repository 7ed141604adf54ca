import { Client } from 'pg';
import { useScenario, type ScenarioOptions } from '../../support/scenario/scenario.ts';
import { withoutGatewayLock } from '../../support/scenario/stages.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, bySynopsis, byTitle, masked, otherArea, own, shown, withheld } from './data.ts';

const WORLD: ScenarioOptions = { agencies: ['ICE', 'DEA', 'FBI', 'ATF'], agreements: [AGREEMENT], data: DATA };

const SEARCH = `query ($text: String!, $of: [String!], $first: Int) {
  textSearches(filter: { originators: $of }) {
    originator { code }
    hits(text: $text, first: $first) { foundIn record { id title } }
  }
}`;
const OF_ALL = ['ICE', 'DEA', 'FBI', 'ATF'];

interface Hit {
  readonly foundIn: readonly string[];
  readonly record: { readonly id: string; readonly title: string | null };
}

/** What was found, by agency: of each record where, and its id. */
function found(data: { readonly textSearches: readonly Search[] }): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    data.textSearches.map(({ originator, hits }) => [
      originator.code,
      hits?.map(({ foundIn, record }) => [record.id, ...foundIn]).sort() ?? null,
    ]),
  );
}

interface Search {
  readonly originator: { readonly code: string };
  readonly hits: readonly Hit[] | null;
}

const EXPECTED = {
  ICE: [
    [byTitle.id, 'TITLE'],
    [bySynopsis.id, 'SYNOPSIS'],
  ].sort(),
  FBI: [[shown.id, 'TITLE']],
  ATF: null,
  DEA: [[own.id, 'NARRATIVE']],
};

describe('a search by text', () => {
  const scenario = useScenario(WORLD);

  it('finds records by what stands in fields that are shown in full on them, and by nothing else', async () => {
    const { data, errors } = await scenario.as('DEA').query(SEARCH, { text: 'ephedrine', of: OF_ALL });
    expect(errors).toBeUndefined();
    expect(found(data)).toEqual(EXPECTED);
  });

  it('asks no agency that could not answer, and each other one once', async () => {
    const { asked } = await scenario.as('DEA').query(SEARCH, { text: 'ephedrine', of: OF_ALL });
    expect(Object.keys(asked).sort()).toEqual(['DEA', 'FBI', 'ICE', 'index']);
    expect(asked['ICE']).toHaveLength(1);
    expect(asked['index']?.join()).not.toContain('text:');
  });

  it('says where texts were not searched, or not on every record, and why', async () => {
    const { withheld } = await scenario.as('DEA').query(SEARCH, { text: 'ephedrine', of: OF_ALL });
    const told = withheld.map(({ originator, coordinate, reason }) => [originator, coordinate, reason]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['ATF', 'Record.title', 'NOT_COVERED'],
        ['FBI', 'Record.title', 'ROW_CONDITION'],
        ['ICE', 'Record.narrative', 'NOT_COVERED'],
        ['ICE', 'Record.synopsis', 'ROW_CONDITION'],
      ]),
    );
  });

  it('is recorded as a search of those who could answer', async () => {
    const { recorded } = await scenario.as('DEA').query(SEARCH, { text: 'ephedrine', of: ['ICE'] });
    expect(recorded[0]?.disclosed.map(({ originator }) => originator)).toEqual(['ICE']);
  });

  it('needs a purpose', async () => {
    const { errors } = await scenario.as('DEA', { purpose: null }).query(SEARCH, { text: 'ephedrine', of: ['ICE'] });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_REQUIRED']);
  });

  it('looks for words, for their stems, for words beside each other, and without some', async () => {
    const ids = async (text: string) => {
      const { data } = await scenario.as('DEA').query(SEARCH, { text, of: ['ICE'] });
      return (found(data)['ICE'] as readonly (readonly string[])[]).map(([id]) => id);
    };
    expect(await ids('pallet warehouses')).toEqual([byTitle.id]);
    expect(await ids('"pallets of ephedrine"')).toEqual([byTitle.id]);
    expect(await ids('"ephedrine pallets"')).toEqual([]);
    expect(await ids('ephedrine -pallets')).toEqual([bySynopsis.id]);
    expect(await ids('-pallets')).toEqual([]);
  });

  it('answers with so many as are asked for, of those that are shown', async () => {
    const { data } = await scenario.as('DEA').query(SEARCH, { text: 'ephedrine', of: ['ICE'], first: 1 });
    expect(found(data)['ICE']).toEqual([[byTitle.id, 'TITLE']]);
  });

  it('tells in which fields alone, by fragments and under several keys, too', async () => {
    const query = `{ textSearches(filter: { originators: ["ICE"] }) { id ... on IceTextSearch {
      a: hits(text: "pallets") { foundIn } b: hits(text: "found ephedrine") { in: foundIn ... on IceTextHit { __typename } } } } }`;
    const { data } = await scenario.as('DEA').query(query);
    const [search]: readonly unknown[] = (data as { readonly textSearches: readonly unknown[] }).textSearches;
    expect(search).toEqual({
      id: 'ICE',
      a: [{ foundIn: ['TITLE'] }],
      b: [{ in: ['SYNOPSIS'], __typename: 'IceTextHit' }],
    });
  });

  it.each(['x'.repeat(201), 'x\0', '', '  '])('asks nobody for what is no text to look for: %j', async (text) => {
    const refused = await scenario.as('DEA').query(SEARCH, { text, of: ['ICE'] });
    expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_TEXT']);
    expect(refused.asked).toEqual({});
  });

  it('looks for so many texts in one operation, and no more', async () => {
    const ask = (count: number) => {
      const hits = Array.from(
        { length: count },
        (_, i) => `h${i}: ${i % 2 ? 'hits' : 'caseHits'}(text: "word${i}") { rank }`,
      );
      return scenario.as('DEA').query(`{ textSearches(filter: { originators: ["ICE"] }) { ...T } }
        fragment T on TextSearch { ${hits.join(' ')} }`);
    };
    expect((await ask(5)).errors).toBeUndefined();
    const refused = await ask(6);
    expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_TEXT']);
    expect(refused.asked).toEqual({});
    const both = `{ records(filter: { text: "a b" }) { totalCount } textSearches(filter: { originators: ["ICE"] }) {
      ${['c', 'd', 'e', 'f', 'g'].map((text) => `${text}: hits(text: "${text}") { rank }`).join(' ')} } }`;
    expect((await scenario.as('DEA').query(both)).errors?.[0]?.extensions.code).toBe('BAD_TEXT');
  });
});

/** Changes of what DEA may not see: of which agency, and how. */
const HIDDEN: readonly (readonly [string, string, string])[] = [
  ['narratives, of which none is shown', 'ICE', `SET narrative = 'ephedrine and ephedrine, pallets, pounds'`],
  ['narratives that are gone', 'ICE', 'SET narrative = NULL'],
  ['a synopsis on a record on which it is not shown', 'ICE', `SET synopsis = 'pounds' WHERE id = '${otherArea.id}'`],
  [
    'a record that is withheld as a whole',
    'ICE',
    `SET title = 'pounds', synopsis = 'pallets' WHERE id = '${withheld.id}'`,
  ],
  ['a title that is masked', 'FBI', `SET title = 'pallets and pounds' WHERE id = '${masked.id}'`],
  ['all that an agency keeps', 'ATF', `SET title = 'pounds', narrative = 'pallets'`],
];

describe('a search by text', () => {
  const scenario = useScenario(WORLD);
  const SEARCHES = [
    { text: 'ephedrine', of: OF_ALL },
    { text: 'pallets OR pounds', of: OF_ALL },
    { text: 'ephedrine -pounds', of: ['ICE', 'FBI'] },
    { text: 'ephedrine', of: ['ICE'], first: 1 },
  ];

  const answers = async () => {
    const told: string[] = [];
    for (const search of SEARCHES) told.push((await scenario.as('DEA').query(SEARCH, search)).text);
    return told;
  };
  const change = async (agency: string, how: string) => {
    const client = new Client({ connectionString: scenario.databaseOf(agency) });
    await client.connect();
    await client.query(how);
    await client.end();
  };

  it.each(HIDDEN)('answers the same to the byte, whatever is in %s', async (_what, agency, how) => {
    const before = await answers();
    await change(agency, `UPDATE "Record" ${how}`);
    expect(await answers()).toEqual(before);
  });

  it('answers the same where what is withheld is not there', async () => {
    const before = await answers();
    await change('ICE', `DELETE FROM "Record" WHERE id = '${withheld.id}'`);
    expect(await answers()).toEqual(before);
  });

  it('follows what is shown', async () => {
    await change('ICE', `UPDATE "Record" SET title = 'Nothing' WHERE id = '${byTitle.id}'`);
    const { data } = await scenario.as('DEA').query(SEARCH, { text: 'ephedrine', of: ['ICE'] });
    expect(found(data)).toEqual({ ICE: [[bySynopsis.id, 'SYNOPSIS']] });
  });
});

describe('a search by text, with one lock of two', () => {
  describe("the agencies' own", () => {
    const scenario = useScenario({ ...WORLD, stages: withoutGatewayLock });
    it('finds the same', async () => {
      const { data } = await scenario.as('DEA').query(SEARCH, { text: 'ephedrine', of: OF_ALL });
      expect(found(data)).toEqual(EXPECTED);
    });
  });

  describe("the gateway's", () => {
    const scenario = useScenario({ ...WORLD, agencyLock: false });
    it('finds the same', async () => {
      const { data } = await scenario.as('DEA').query(SEARCH, { text: 'ephedrine', of: OF_ALL });
      expect(found(data)).toEqual(EXPECTED);
    });

    it('tells no rank that is made of what is not shown, too', async () => {
      const client = new Client({ connectionString: scenario.databaseOf('ICE') });
      await client.connect();
      await client.query(`UPDATE "Record" SET narrative = 'Ephedrine.' WHERE id = '${byTitle.id}'`);
      await client.end();
      const query = `{ textSearches(filter: { originators: ["ICE"] }) {
        hits(text: "ephedrine") { rank how: rank record { id } } } }`;
      const { data } = await scenario.as('DEA').query(query);
      const [search] = (data as unknown as { readonly textSearches: readonly [{ readonly hits: readonly object[] }] })
        .textSearches;
      expect(search.hits).toHaveLength(2);
      expect(search.hits).toContainEqual({ rank: null, how: null, record: { id: byTitle.id } });
      const number = expect.any(Number) as unknown;
      expect(search.hits).toContainEqual({ rank: number, how: number, record: { id: bySynopsis.id } });
    });
  });
});
