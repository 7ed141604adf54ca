import { foundIn } from '../../support/scenario/hits.ts';
import { post } from '../../support/scenario/http.ts';
import { PURPOSE, useScenario, type AsOptions } from '../../support/scenario/scenario.ts';
import { AGREEMENT, TITLES_ONLY } from './agreement.ts';
import { all, record } from './data.ts';

const scenario = useScenario({
  agencies: ['ICE', 'DEA', 'FBI'],
  agreements: [AGREEMENT],
  data: { ICE: all, DEA: [], FBI: [] },
});

/** Every test has documents of its own, so that none finds what another left in a cache. */
let documents = 0;
const aDocument = (selection = 'title narrative') =>
  `query Same${documents++} { records { edges { node { originator { code } record { ${selection} } } } } }`;

beforeEach(() => void scenario.agreements.put([AGREEMENT]));

async function sees(query: string, agency: string, options: AsOptions = {}) {
  const { data, asked } = await scenario.as(agency, options).query(query);
  const [found] = (foundIn({ data })['ICE'] ?? []) as ({ readonly narrative: string | null } | undefined)[];
  return { narrative: found?.narrative, asked: asked['ICE']?.some((text) => text.includes('narrative')) ?? false };
}

const SHOWN = { narrative: record.narrative, asked: true };
const WITHHELD = { narrative: null, asked: false };

describe('the same document', () => {
  it('is answered to each viewer by their own grant, whoever asks first', async () => {
    const [first, second] = [aDocument(), aDocument()];
    expect(await sees(first, 'DEA')).toEqual(SHOWN);
    expect(await sees(first, 'FBI')).toEqual(WITHHELD);
    expect(await sees(first, 'DEA')).toEqual(SHOWN);
    expect(await sees(second, 'FBI')).toEqual(WITHHELD);
    expect(await sees(second, 'DEA')).toEqual(SHOWN);
    expect(await sees(second, 'FBI')).toEqual(WITHHELD);
  });

  it('is answered by the purpose that is stated', async () => {
    const query = aDocument();
    const other = { purpose: 'area=cybercrime; use=investigation; case=TEST-1' };
    expect(await sees(query, 'DEA')).toEqual(SHOWN);
    expect(await sees(query, 'DEA', other)).toEqual(WITHHELD);
    expect(await sees(query, 'DEA')).toEqual(SHOWN);
  });

  it('is answered by the role of the viewer', async () => {
    const query = aDocument();
    expect(await sees(query, 'FBI', { role: 'prosecutor' })).toEqual(SHOWN);
    expect(await sees(query, 'FBI', { role: 'analyst' })).toEqual(WITHHELD);
    expect(await sees(query, 'FBI', { role: 'prosecutor' })).toEqual(SHOWN);
  });

  it('is answered by the agreements that are in force now', async () => {
    const query = aDocument();
    expect(await sees(query, 'DEA')).toEqual(SHOWN);
    scenario.agreements.put([TITLES_ONLY]);
    expect(await sees(query, 'DEA')).toEqual(WITHHELD);
    scenario.agreements.put([AGREEMENT]);
    expect(await sees(query, 'DEA')).toEqual(SHOWN);
  });

  it('is answered to many at once, to each by their own grant', async () => {
    const query = aDocument();
    const headers = async (agency: string) => ({
      authorization: `Bearer ${await scenario.token(agency)}`,
      'x-purpose': PURPOSE,
    });
    const [dea, fbi] = await Promise.all([headers('DEA'), headers('FBI')]);
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, turn) => {
        const permitted = turn % 2 === 0;
        return { permitted, ...(await post(scenario.url, permitted ? dea : fbi, { query })) };
      }),
    );
    for (const { permitted, status, text } of answers) {
      expect(status).toBe(200);
      expect(text.includes(record.narrative!)).toBe(permitted);
      expect(text).toContain(record.title!);
    }
  });
});

describe('a document that is nearly the same', () => {
  it('is answered by its own words', async () => {
    const query = aDocument();
    expect(await sees(query, 'DEA')).toEqual(SHOWN);
    expect(await sees(query.replace(/ /g, '\n  '), 'FBI')).toEqual(WITHHELD);
    expect(await sees(`${query} # of FBI`, 'FBI')).toEqual(WITHHELD);
    expect(await sees(query.replace('title narrative', 'narrative title'), 'FBI')).toEqual(WITHHELD);
  });

  it('is answered under its own aliases', async () => {
    const query = aDocument('narrative: title title: narrative');
    const swapped = query.replace('narrative: title title: narrative', 'title narrative');
    const permitted = await scenario.as('DEA').query(query);
    expect(foundIn(permitted)['ICE']).toEqual([{ narrative: record.title, title: record.narrative }]);
    const denied = await scenario.as('FBI').query(query);
    expect(foundIn(denied)['ICE']).toEqual([{ narrative: record.title, title: null }]);
    expect(foundIn(await scenario.as('FBI').query(swapped))['ICE']).toEqual([{ title: record.title, narrative: null }]);
  });

  it('is answered by its own operation, of several in one text', async () => {
    const [told, untold] = [aDocument('narrative'), aDocument('title')];
    const query = `${told} ${untold}`;
    const ask = async (agency: string, operation: string) => {
      const headers = { authorization: `Bearer ${await scenario.token(agency)}`, 'x-purpose': PURPOSE };
      return (await post(scenario.url, headers, { query, operationName: /Same\d+/.exec(operation)?.[0] })).text;
    };
    expect(await ask('DEA', told)).toContain(record.narrative!);
    expect(await ask('FBI', told)).not.toContain(record.narrative!);
    expect(await ask('FBI', untold)).toContain(record.title!);
    expect(await ask('DEA', untold)).not.toContain(record.narrative!);
  });
});

describe('two viewers of one agency', () => {
  it('are not told apart by what the other asked, and neither is their purpose', async () => {
    const query = aDocument();
    const asked = await scenario.as('DEA').query(query);
    const again = await scenario.as('DEA', { purpose: PURPOSE.replace('TEST-1', 'TEST-2') }).query(query);
    expect(again.data).toEqual(asked.data);
    expect([asked, again].map(({ recorded }) => recorded[0]?.case)).toEqual(['TEST-1', 'TEST-2']);
    expect(again.visibility.purpose).toMatchObject({ case: 'TEST-2' });
  });
});
