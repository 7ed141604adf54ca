import { useScenario } from '../../support/scenario/scenario.ts';
import { toldTo } from '../../support/scenario/told.ts';
import { AGREEMENT } from './agreement.ts';
import { WITH, WITHOUT, heard } from './data.ts';

const options = { agencies: ['ICE', 'FBI', 'DEA'], agreements: [AGREEMENT], hub: true };
const scenario = useScenario({ ...options, data: WITH });
const emptier = useScenario({ ...options, data: WITHOUT });

const search = (filter: string) =>
  `{ records(filter: { ${filter} }) { totalCount edges { cursor node { disclosure originator { code } record { id title } } } } }`;
const TERRORISM = search('crimeAreas: ["terrorism"]');
const DRUGS = search('crimeAreas: ["drug-trafficking"]');

describe('a search for what an originator only wants to hear of', () => {
  it('tells the originator who searched, what for and by what, and nobody else', async () => {
    await scenario.as('DEA').query(TERRORISM);
    expect(await toldTo(scenario, 'ICE')).toEqual([
      {
        kind: 'SILENT_HIT',
        recipient: 'DEA',
        viewer: 'dea-analyst',
        clauses: ['test#silent'],
        coordinates: ['Record.crimeAreas'],
        purpose: { area: 'drug-trafficking', use: 'investigation', case: 'TEST-1', justification: null },
      },
    ]);
    for (const agency of ['FBI', 'DEA']) expect(await toldTo(scenario, agency)).toEqual([]);
  });

  it.each([TERRORISM, DRUGS])('looks to the searcher as if there were nothing: %s', async (query) => {
    const withIt = await scenario.as('DEA').query(query);
    const withoutIt = await emptier.as('DEA').query(query);
    const comparable = (text: string) => text.replace(/"cursor":"[^"]*"/g, '"cursor":""');
    expect(comparable(withIt.text)).toEqual(comparable(withoutIt.text));
    expect(withIt.text).not.toContain(heard.id);
    expect(withIt.text).not.toContain('silent');
    expect(withIt.asked).toEqual(withoutIt.asked);
  });

  it.each([
    ['finds nothing of the kind', search('crimeAreas: ["child-exploitation"]'), {}],
    [
      'asks for a field that the clause does not name too',
      search('crimeAreas: ["terrorism"], programs: ["OCDETF"]'),
      {},
    ],
    ['is a listing', search('originators: ["ICE"]'), {}],
    ['is of other originators', search('crimeAreas: ["terrorism"], originators: ["FBI"]'), {}],
    ['is for another purpose', TERRORISM, { purpose: 'area=tax-crime; use=investigation; case=TEST-1' }],
  ])('tells the originator nothing when it %s', async (_what, query, as) => {
    const before = await toldTo(scenario, 'ICE');
    expect((await scenario.as('DEA', as).query(query)).errors).toBeUndefined();
    expect(await toldTo(scenario, 'ICE')).toEqual(before);
  });

  it('tells each originator of its own clause', async () => {
    const before = await toldTo(scenario, 'ICE');
    await scenario.as('DEA').query(search('programs: ["OCDETF"]'));
    expect(await toldTo(scenario, 'FBI')).toMatchObject([
      { clauses: ['test#fbi-silent'], coordinates: ['Record.program'] },
    ]);
    expect(await toldTo(scenario, 'ICE')).toEqual(before);
  });

  it('tells nobody where nothing was found', async () => {
    await emptier.as('DEA').query(TERRORISM);
    await emptier.as('ICE').query(TERRORISM);
    expect(await toldTo(emptier, 'ICE')).toEqual([]);
  });
});
