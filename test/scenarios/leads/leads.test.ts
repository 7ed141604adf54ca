import { randomUUID } from 'node:crypto';
import { openPool } from '../../../platform/database/pool.ts';
import { lookOnce } from '../../../subgraphs/index/leads/look.ts';
import { aHolding } from '../../support/holdings.ts';
import { BLINDING_KEYS } from '../../support/pointers.ts';
import { composed } from '../../support/scenario/composed.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGENCIES, AGREEMENT } from './agreement.ts';

const phones = ['+12025550143'];
const of = (originator: string, districts: readonly string[], has = phones) =>
  aHolding(originator, {
    person: {
      phones: has,
      passports: [],
      surname: null,
      firstNames: null,
      aliases: [],
      alternativeSpellings: [],
      emails: [],
    },
    case: { districts, title: `Case of ${originator}` },
  });
const dea = of('DEA', ['D. Nev.']);
const ice = of('ICE', ['D. Me.']);
const fbi = of('FBI', ['D. Alaska']);

const scenario = useScenario(async () => ({
  agencies: AGENCIES,
  agreements: [AGREEMENT],
  data: { DEA: dea.all, ICE: ice.all, FBI: fbi.all },
  supergraphSdl: await composed(AGENCIES, []),
  blindingKeys: () => BLINDING_KEYS,
}));

beforeAll(async () => {
  const pool = openPool(scenario.hubUrl, { name: 'leads of a test', poolSize: 1 });
  while (await lookOnce(pool));
  await pool.end();
});

const LEADS = `query ($filter: LeadFilter) { leads(filter: $filter) { edges { node {
  id rule status districts newDistricts sharedBy case { title } other { disclosure originator { code } case { title summary } }
  feedback { status outcome } } } } }`;

interface Lead {
  readonly id: string;
  readonly rule: string;
  readonly other: { readonly originator: { readonly code: string } };
}

const edgesOf = (data: unknown) => (data as { leads: { edges: { node: Lead }[] } }).leads.edges.map(({ node }) => node);
const leads = async (agency: string, filter: object = {}) =>
  edgesOf((await scenario.as(agency).query(LEADS, { filter })).data);

describe('leads', () => {
  it('show each agency its own case beside the other’s, as far as agreements go, under the clauses that say so', async () => {
    const { data, errors, visibility, asked, recorded } = await scenario.as('DEA').query(LEADS);
    expect(errors).toBeUndefined();
    const own = { status: 'NEW', districts: ['D. Nev.'], case: { title: 'Case of DEA' }, feedback: [] };
    const full = { disclosure: 'FULL', originator: { code: 'ICE' }, case: { title: 'Case of ICE', summary: null } };
    const exists = { disclosure: 'EXISTS', originator: { code: 'FBI' }, case: null };
    const by = { sharedBy: ['Person.phones'] };
    const sorted = edgesOf(data).sort((a, b) =>
      a.rule + a.other.originator.code < b.rule + b.other.originator.code ? -1 : 1,
    );
    expect(sorted).toMatchObject([
      { ...own, ...by, rule: 'NEW_DISTRICT', newDistricts: ['D. Me.'], other: full },
      { ...own, ...by, rule: 'SHARED_SELECTOR', newDistricts: [], other: exists },
      { ...own, ...by, rule: 'SHARED_SELECTOR', newDistricts: [], other: full },
    ]);
    expect(visibility.disclosed).toEqual([
      { originator: 'FBI', clauses: ['test#fbi'] },
      { originator: 'ICE', clauses: ['test#ice'] },
    ]);
    expect(recorded).toHaveLength(1);
    expect(asked['FBI']).toBeUndefined();
    expect(asked['ICE']).toHaveLength(1);
    expect(asked['ICE']?.[0]).not.toContain('summary');
  });

  it('are recorded even where nobody asks what they lead to', async () => {
    const { visibility } = await scenario.as('DEA').query('{ leads { pageInfo { hasNextPage } } }');
    expect(visibility.disclosed.map(({ originator }) => originator)).toEqual(['FBI', 'ICE']);
  });

  it('are answered, and the other side reads it with its own', async () => {
    const [mine] = await leads('DEA', { rules: ['SHARED_SELECTOR'], originators: ['ICE'] });
    const accept = `mutation ($id: ID!, $lead: ID!) { acceptLead(id: $id, lead: $lead) { status } }`;
    const said = await scenario.as('DEA').query(accept, { id: randomUUID(), lead: mine!.id });
    expect([said.errors, said.data]).toEqual([undefined, { acceptLead: { status: 'ACCEPTED' } }]);
    expect(await leads('ICE')).toMatchObject([
      { rule: 'SHARED_SELECTOR', status: 'NEW', feedback: [{ status: 'ACCEPTED', outcome: null }] },
    ]);
    expect(await leads('FBI')).toEqual([]);
  });

  it('vanish while the agreement is suspended', async () => {
    expect(await leads('ICE')).toHaveLength(1);
    scenario.agreements.give({ kind: 'suspend', party: 'DEA' }, AGREEMENT);
    expect(await leads('ICE')).toEqual([]);
    scenario.agreements.give({ kind: 'resume', party: 'DEA' }, AGREEMENT);
    expect(await leads('ICE')).toHaveLength(1);
  });

  it('are entered with selectors that leave blinded, and lead the other agency to its own cases', async () => {
    const enter = `mutation ($id: ID!, $text: String!, $selectors: [TipSelector!]) {
      enterLead(id: $id, to: "ICE", district: "D. Me.", text: $text, selectors: $selectors) { tip { text } } }`;
    const sent = { id: randomUUID(), text: 'Ask at the harbour.', selectors: [{ phone: '+1 202 555 0143' }] };
    const from = scenario.received.length;
    const { data, errors } = await scenario.as('DEA').query(enter, sent);
    expect([errors, data]).toEqual([undefined, { enterLead: { tip: { text: 'Ask at the harbour.' } } }]);
    const bodies = scenario.received.slice(from).map(({ body }) => body);
    expect(bodies.join('\n')).toContain('harbour');
    expect(bodies.join('\n')).not.toMatch(/0143/);
    const read =
      '{ leads(filter: { rules: [TIP], district: "D. Me." }) { edges { node { tip { from { code } text cases { case { title } } } } } } }';
    expect((await scenario.as('ICE').query(read)).data).toEqual({
      leads: {
        edges: [
          {
            node: {
              tip: { from: { code: 'DEA' }, text: 'Ask at the harbour.', cases: [{ case: { title: 'Case of ICE' } }] },
            },
          },
        ],
      },
    });
  });

  it('are refused for another use', async () => {
    const { errors } = await scenario
      .as('DEA', { purpose: 'area=drug-trafficking; use=deconfliction; case=TEST-1' })
      .query(LEADS);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOR_LEADS']);
  });
});
