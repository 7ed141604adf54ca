import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { aRecord } from '../../agency/samples.ts';
import { startScenario, useScenario, type Scenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { HIDDEN_ID, OTHERS, SHOWN_ID, holdings } from './data.ts';

const FBI_RECORD = aRecord({ originator: 'FBI' });

const optionsFor = (ofIce: readonly Stored[], ofFbi: readonly Stored[] = [FBI_RECORD]) => ({
  agencies: ['ICE', 'DEA', 'FBI'],
  agreements: [AGREEMENT],
  data: { ICE: ofIce, FBI: ofFbi, DEA: [] },
});

const ALL = `disclosure originator { code } contact { name } record { id title narrative synopsis crimeAreas recordedOn
  case { id title summary records { id title } }
  subjects { __typename ... on Person { id surname { romanized } dateOfBirth passports { number } addresses { city country } phones } } }`;
const EDGES = `totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { ${ALL} } }`;

/** Queries that ask for what is hidden, in every way that there is. */
const QUERIES: readonly (readonly [string, object])[] = [
  [`{ records(first: 100) { ${EDGES} } }`, {}],
  [`{ records(first: 1) { ${EDGES} } }`, {}],
  [`{ records(first: 1, orderBy: RECORDED_ON_DESC) { ${EDGES} } }`, {}],
  [`{ records(first: 2, orderBy: OCCURRED_ON_DESC) { ${EDGES} } }`, {}],
  [`{ records(filter: { crimeAreas: ["drug-trafficking"] }) { ${EDGES} } }`, {}],
  [`{ records(filter: { crimeAreas: ["cybercrime"] }) { ${EDGES} } }`, {}],
  [`{ records(filter: { kinds: [FINANCIAL_MATERIAL, WIRETAP_INTERCEPT] }) { ${EDGES} } }`, {}],
  [`{ records(filter: { programs: ["HIDTA"], recordedUntil: "2000-01-01" }) { ${EDGES} } }`, {}],
  [`{ records(filter: { originators: ["FBI"] }) { ${EDGES} } }`, {}],
  [
    `{ cases(first: 1, orderBy: OPENED_ON_DESC) { totalCount edges { cursor node { case { id title status records { id } } } } } }`,
    {},
  ],
  [
    `{ cases(filter: { status: [CLOSED], crimeAreas: ["cybercrime"] }) { totalCount edges { node { disclosure } } } }`,
    {},
  ],
  [`{ liaisonContacts { totalCount edges { node { liaisonContact { name } } } } }`, {}],
  ['query ($id: ID!) { record(id: $id) { id title narrative case { id } subjects { id } } }', { id: SHOWN_ID }],
  ['query ($id: ID!) { record(id: $id) { id title narrative } case(id: $id) { id } }', { id: HIDDEN_ID }],
  ['{ records(first: 101) { totalCount } }', {}],
  ['{ records(after: "nothing") { totalCount } }', {}],
  ['{ records(filter: { recordedFrom: "nothing" }) { totalCount } }', {}],
  ['{ records { edges { node { record { nothing } } } } }', {}],
];

/** Everything that a viewer gets, byte by byte. */
async function everything(scenario: Scenario, agency: string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const [query, variables] of QUERIES) {
    const { status, text } = await scenario.as(agency).query(query, variables);
    answers.push(`${query}\n${status}\n${text}`);
  }
  return [...answers, ...(await pages(scenario, agency))];
}

/** The pages of all records, one by one. */
async function pages(scenario: Scenario, agency: string): Promise<readonly string[]> {
  const query = `query ($after: String) { records(first: 1, after: $after) { ${EDGES} } }`;
  const answers: string[] = [];
  for (let after: string | null = null; answers.length < 10;) {
    const { data, text } = await scenario.as(agency).query(query, { after });
    const { records } = data as {
      readonly records: { readonly pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    answers.push(text);
    if (!records.pageInfo.hasNextPage) return answers;
    after = records.pageInfo.endCursor;
  }
  return answers;
}

describe('an answer does not change by a byte with', () => {
  const first = useScenario(optionsFor(holdings()));
  let told: readonly string[];
  beforeAll(async () => void (told = await everything(first, 'DEA')));

  /** Compares what a viewer of DEA gets; that the worlds do differ, a viewer who may see it tells. */
  async function compare(other: Scenario, who: string) {
    const query = `{ records(first: 100) { ${EDGES} } cases { totalCount } }`;
    const [here, there] = [await first.as(who).query(query), await other.as(who).query(query)];
    expect(there.text).not.toBe(here.text);
    return everything(other, 'DEA');
  }

  async function inWorld<Value>(
    ofIce: readonly Stored[],
    ofFbi: readonly Stored[],
    go: (other: Scenario) => Promise<Value>,
  ) {
    const { scenario, stop } = await startScenario(optionsFor(ofIce, ofFbi));
    return go(scenario).finally(stop);
  }

  it.each(OTHERS)('%s', async (_what, hidden) => {
    expect(await inWorld(holdings(hidden), [FBI_RECORD], (other) => compare(other, 'ICE'))).toEqual(told);
  });

  it('what an agency holds with which there is no agreement', async () => {
    expect(await inWorld(holdings(), [], (other) => compare(other, 'FBI'))).toEqual(told);
  });

  it('what is hidden, but with what is shown', async () => {
    const otherwise = holdings({ record: { title: 'otherwise' } });
    expect(await inWorld(otherwise, [FBI_RECORD], (other) => compare(other, 'DEA'))).not.toEqual(told);
  });
});
