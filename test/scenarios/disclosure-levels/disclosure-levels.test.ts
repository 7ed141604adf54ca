import { hitsIn } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, intercept, money, named, onCall } from './data.ts';

const scenario = useScenario({ agencies: ['ICE', 'FBI', 'ATF', 'DEA'], agreements: [AGREEMENT], data: DATA });

const HIT = `disclosure originator { code } record { title } contact { name phone email }`;
const search = (filter: string) => `{ records(filter: { ${filter} }) { totalCount edges { node { ${HIT} } } } }`;
const DRUGS = 'crimeAreas: ["drug-trafficking"]';

const sorted = (hits: readonly { readonly disclosure?: string }[]) =>
  [...hits].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const ofIce = (seen: Parameters<typeof hitsIn>[0]) =>
  sorted(hitsIn(seen).filter(({ originator }) => originator.code === 'ICE'));
const CALL_NAMED = { name: named.name, phone: named.phone, email: named.email };

describe('a search', () => {
  it('finds what is shown, whom to call, and that there is something', async () => {
    const seen = await scenario.as('DEA').query(search(`${DRUGS}, originators: ["ICE"]`));
    expect(ofIce(seen)).toEqual([
      { disclosure: 'CONTACT', originator: { code: 'ICE' }, record: null, contact: CALL_NAMED },
      { disclosure: 'EXISTS', originator: { code: 'ICE' }, record: null, contact: null },
      {
        disclosure: 'FULL',
        originator: { code: 'ICE' },
        record: { title: 'report' },
        contact: expect.objectContaining({ name: onCall.name }) as unknown,
      },
    ]);
    expect(seen.data).toMatchObject({ records: { totalCount: 3 } });
    expect(seen.visibility.disclosed).toEqual([
      { originator: 'ICE', clauses: ['test#contact', 'test#exists', 'test#full'] },
    ]);
    expect(seen.recorded[0]?.disclosed.map(({ originator }) => originator)).toEqual(['ICE']);
  });

  it('does not ask the agency for records that it only says to exist', async () => {
    const { asked, sent } = await scenario.as('DEA').query(search(`${DRUGS}, originators: ["ICE"]`));
    expect(asked['ICE']).toBeDefined();
    const ids = JSON.stringify(sent['ICE']);
    expect(ids).not.toContain(money.id);
    expect(ids).not.toContain(intercept.id);
  });

  it.each([
    ['the kind, which an EXISTS clause does not name', 'kinds: [WIRETAP_INTERCEPT]', []],
    ['the kind, which a CONTACT clause names', 'kinds: [FINANCIAL_MATERIAL]', ['CONTACT']],
    ['the programme, which is shown in part only', 'programs: ["OCDETF"]', []],
    ['the date, which no clause names', 'recordedFrom: "2010-01-01"', []],
    ['the date together with what may be searched', `${DRUGS}, recordedUntil: "2011-01-01"`, []],
  ])('by %s, finds what may be found by it', async (_what, filter, expected) => {
    const seen = await scenario.as('DEA').query(search(filter));
    expect(ofIce(seen).map(({ disclosure }) => disclosure)).toEqual(expected);
  });

  it('counts what a viewer who turns every page sees, and nothing else', async () => {
    const query = (filter: string) => `{ records(filter: { ${filter} originators: ["ICE"] }) { totalCount } }`;
    expect((await scenario.as('DEA').query(query(DRUGS))).data).toEqual({ records: { totalCount: 3 } });
    expect((await scenario.as('DEA').query(query(''))).data).toEqual({ records: { totalCount: 1 } });
    expect((await scenario.as('DEA').query(query('programs: ["OCDETF"]'))).data).toEqual({
      records: { totalCount: 0 },
    });
    expect((await scenario.as('ATF').query(query(DRUGS))).data).toEqual({ records: { totalCount: 0 } });
    expect((await scenario.as('ICE').query(query(''))).data).toEqual({ records: { totalCount: 3 } });
  });
});

describe('a listing', () => {
  it('has what is shown, and nothing that must be searched for', async () => {
    const seen = await scenario.as('DEA').query(`{ records { edges { node { ${HIT} } } } }`);
    expect(ofIce(seen).map(({ disclosure }) => disclosure)).toEqual(['FULL']);
    expect(hitsIn(seen)).toHaveLength(4);
  });

  it('stays one when it names originators only', async () => {
    const seen = await scenario.as('DEA').query(search('originators: ["ICE"]'));
    expect(hitsIn(seen).map(({ disclosure }) => disclosure)).toEqual(['FULL']);
  });

  it('gives no record by its id that is only said to exist', async () => {
    const query = 'query ($id: ID!) { record(id: $id) { title } }';
    for (const { id } of [money, intercept]) {
      const { data, asked } = await scenario.as('DEA').query(query, { id });
      expect(data).toEqual({ record: null });
      expect(asked['ICE']).toBeUndefined();
    }
  });
});

describe('the index', () => {
  it('is asked about those originators only of whom the filter can find something', async () => {
    const narrowed = async (filter: string) => {
      const { asked } = await scenario.as('DEA').query(search(filter));
      return /originators:(\[[^\]]*\])/.exec(asked['index']?.[0] ?? '')?.[1];
    };
    expect(await narrowed('programs: ["OCDETF"]')).toBe('["FBI" "DEA"]');
    expect(await narrowed(DRUGS)).toBe('["ICE" "FBI" "DEA"]');
    expect(await narrowed(`${DRUGS}, originators: ["ATF", "ICE"]`)).toBe('["ICE"]');
  });

  it('is told so in variables too, whatever these say', async () => {
    const query = `query ($filter: RecordFilter) { records(filter: $filter) { edges { node { ${HIT} } } } }`;
    const filter = { programs: ['OCDETF'], originators: ['ICE', 'FBI', 'ATF'] };
    const { sent } = await scenario.as('DEA').query(query, { filter });
    expect(sent['index']).toEqual([{ filter: { programs: ['OCDETF'], originators: ['FBI'] } }]);
  });
});
