import { Client } from 'pg';
import { recordsWith } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { toldTo } from '../../support/scenario/told.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, ice } from './data.ts';

const scenario = useScenario({
  agencies: ['ICE', 'FBI', 'DEA', 'ATF'],
  agreements: [AGREEMENT],
  data: DATA,
  hub: true,
});

const TITLES = recordsWith('title');
const by = (code: string, selection: string) =>
  `{ records(filter: { originators: ["${code}"] }) { edges { node { record { ${selection} } } } } }`;
const asked = { area: 'drug-trafficking', use: 'investigation', case: 'TEST-1' };

describe('what is owed', () => {
  it('is carried with the answer, by originator and clause', async () => {
    const { visibility } = await scenario.as('DEA').query(TITLES);
    expect(visibility.obligations).toEqual([
      { originator: 'FBI', clause: 'test#not-told', recordOnward: true },
      {
        originator: 'ICE',
        clause: 'test#told',
        notifyOriginator: true,
        retentionDays: 30,
        attribution: 'Source: ICE',
        onward: 'with-consent',
      },
    ]);
  });

  it('is the same whether or not there is a row, and nothing where nothing of others is asked', async () => {
    const visibilityOf = async (id: string) =>
      (await scenario.as('DEA').query('query ($id: ID!) { record(id: $id) { title } }', { id })).visibility;
    expect(await visibilityOf(ice.record.id)).toEqual(await visibilityOf('00000000-0000-4000-8000-000000000000'));
    expect((await scenario.as('DEA').query(by('DEA', 'title'))).visibility.obligations).toEqual([]);
    expect((await scenario.as('ATF').query(by('ICE', 'title'))).visibility.obligations).toEqual([]);
  });
});

describe('the originator', () => {
  it('is told of what it was asked under the clause, and nobody else is', async () => {
    const before = await toldTo(scenario, 'ICE');
    const { text } = await scenario.as('DEA').query(TITLES);
    expect(text).toContain('a title of ICE');
    const [told, ...older] = await toldTo(scenario, 'ICE');
    expect(older).toEqual(before);
    expect(told).toEqual({
      kind: 'DISCLOSURE',
      recipient: 'DEA',
      viewer: 'dea-analyst',
      clauses: ['test#told'],
      coordinates: ['Record.title'],
      purpose: { ...asked, justification: null },
    });
    for (const agency of ['FBI', 'DEA', 'ATF']) expect(await toldTo(scenario, agency)).toEqual([]);
  });

  it.each([
    ['of another originator’s data', by('FBI', 'title')],
    ['of the viewer’s own data', by('DEA', 'title')],
    ['about agencies', '{ agencies { code } }'],
  ])('is not told of a question %s', async (_what, query) => {
    const before = await toldTo(scenario, 'ICE');
    expect((await scenario.as('DEA').query(query)).errors).toBeUndefined();
    expect(await toldTo(scenario, 'ICE')).toEqual(before);
  });

  it('is told of a search that found nothing too: what it hears proves nothing to the searcher', async () => {
    const before = await toldTo(scenario, 'ICE');
    await scenario.as('DEA').query('{ records(filter: { originators: ["ICE"] }, first: 0) { totalCount } }');
    expect(await toldTo(scenario, 'ICE')).toHaveLength(before.length + 1);
  });

  it('is told under which clauses persons in its records were asked for', async () => {
    await scenario.as('DEA').query(by('ICE', 'title subjects { ... on Person { occupation } }'));
    expect((await toldTo(scenario, 'ICE'))[0]).toMatchObject({
      clauses: ['test#persons', 'test#told'],
      coordinates: ['Person.occupation', 'Record.title'],
    });
  });
});

describe('when it cannot be written', () => {
  const without = async (table: string, check: () => Promise<void>) => {
    const client = new Client({ connectionString: scenario.hubUrl });
    await client.connect();
    try {
      await client.query(`ALTER TABLE ${table} RENAME TO gone`);
      await check();
    } finally {
      await client.query(`ALTER TABLE ${table.replace(/\w+$/, 'gone')} RENAME TO ${/\w+$/.exec(table)![0]}`);
      await client.end();
    }
  };
  const disclosures = async () => {
    const query = '{ disclosures(first: 100) { edges { cursor } } }';
    return (await scenario.as('ICE', { role: 'auditor', purpose: null }).query(query)).text;
  };

  it.each(['notification.notification', 'ledger.disclosure'])(
    'there is no answer, nothing in the ledger and no notification: %s',
    async (table) => {
      const before = [await toldTo(scenario, 'ICE'), await disclosures()];
      await without(table, async () => {
        const { status, text, errors } = await scenario.as('DEA').query(TITLES);
        expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'LEDGER_UNAVAILABLE']);
        expect(text).not.toContain('a title');
      });
      expect([await toldTo(scenario, 'ICE'), await disclosures()]).toEqual(before);
    },
  );
});
