import type { StoredRecord } from '../../../subgraphs/agency/rows/stored.ts';
import { useScenario, type Scenario, type ScenarioOptions } from '../../support/scenario/scenario.ts';
import type { Seen } from '../../support/scenario/seen.ts';
import { switchable } from '../../support/scenario/stages.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, HIDDEN, hidden, hiddenCase, hiddenContact, NOT_THERE, TWINS } from './data.ts';

const gatewayLock = { on: true };
const world = (agencyLock: boolean): ScenarioOptions => ({
  agencies: ['ICE', 'FBI', 'DEA'],
  agreements: [AGREEMENT],
  data: DATA,
  agencyLock,
  stages: switchable(gatewayLock),
});
const locked = useScenario(world(true));
const unlocked = useScenario(world(false));
afterEach(() => void (gatewayLock.on = true));

const PERSON = '... on Person { surname { romanized } }';
const SUBJECTS = `subjects { __typename ${PERSON}
  ... on Group { names members { __typename ${PERSON} } }
  ... on Organization { names directors { __typename ${PERSON} } } }`;
const RECORD = `query ($id: ID!) { record(id: $id) { id title ${SUBJECTS} contact { name }
  case { title contact { name } ${SUBJECTS} records { title case { title } } } } }`;

/** All that one question about a record told, and had others told, without its id. */
async function told(scenario: Scenario, { id }: StoredRecord): Promise<string> {
  const { status, text, asked, sent, recorded } = await scenario.as('DEA').query(RECORD, { id });
  expect((JSON.parse(text) as { data: { record: object | null } }).data.record).not.toBeNull();
  const ledger = recorded.map((entry) => ({ ...entry, at: undefined }));
  return JSON.stringify({ status, text, asked, sent, ledger }, undefined, 1).replaceAll(id, 'ID');
}

const LOCKS: readonly (readonly [string, Scenario, boolean])[] = [
  ['both locks', locked, true],
  ["the agencies' lock alone", locked, false],
  ["the gateway's lock alone", unlocked, true],
];

describe.each(LOCKS)('by %s', (_locks, scenario, gateway) => {
  it.each(TWINS)('a link to %s is as if it did not exist', async (_what, first, second) => {
    gatewayLock.on = gateway;
    const withHidden = await told(scenario, first);
    expect(withHidden).not.toContain(HIDDEN);
    expect(withHidden).toBe(await told(scenario, second));
  });

  it('a list of all counts and pages what is seen, and nothing else', async () => {
    gatewayLock.on = gateway;
    const query = `query ($after: String) { records(first: 7, after: $after, filter: { originators: ["ICE"] }) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { record { id } } } } }`;
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await scenario.as('DEA').query(query, { after });
      const { records } = data as { readonly records: Page };
      expect(records.totalCount).toBe(2 * TWINS.length);
      found.push(...records.edges.map(({ node }) => node.record.id));
      [after, more] = [records.pageInfo.endCursor, records.pageInfo.hasNextPage];
    }
    expect(found.sort()).toEqual(TWINS.flatMap(([, { id }, twin]) => [id, twin.id]).sort());
  });
});

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly record: { readonly id: string } } }[];
}

it('would be seen without either lock', async () => {
  gatewayLock.on = false;
  for (const [what, first, second] of TWINS) {
    const { text } = await unlocked.as('DEA').query(RECORD, { id: first.id });
    const { text: twin } = await unlocked.as('DEA').query(RECORD, { id: second.id });
    expect([what, text.replaceAll(first.id, 'ID') === twin.replaceAll(second.id, 'ID')]).toEqual([what, false]);
  }
});

describe.each(LOCKS)('by %s, an id that names nothing that is seen', (_locks, scenario, gateway) => {
  const DOORS = ['record', 'case', 'liaisonContact'] as const;

  /** All that a question by id tells, without the id itself. */
  async function answered(door: (typeof DOORS)[number], id: string): Promise<string> {
    gatewayLock.on = gateway;
    const { status, text, asked } = await scenario
      .as('DEA')
      .query(`query ($id: ID!) { ${door}(id: $id) { __typename id } }`, { id });
    return JSON.stringify({ status, text, asked: Object.keys(asked).sort() });
  }

  it.each(DOORS)('is answered alike by `%s`, whatever it names', async (door) => {
    const [, nothing] = NOT_THERE[0]!;
    const expected = await answered(door, nothing);
    expect(expected).toContain(`{\\"data\\":{\\"${door}\\":null}`);
    for (const [what, id] of NOT_THERE) expect([what, await answered(door, id)]).toEqual([what, expected]);
  });
});

describe('an agency that is asked past the gateway', () => {
  const TYPES = ['Record', 'Case', 'LiaisonContact', 'Person', 'Group', 'Organization'];

  it.each(TYPES)('knows no %s by an id that names nothing that is seen', async (type) => {
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
    const entities = async (id: string) =>
      locked.direct('ICE', 'DEA', query, { representations: [{ __typename: `Ice${type}`, id }] });
    const [, nothing] = NOT_THERE[0]!;
    const expected = await entities(nothing);
    expect(expected).toEqual({ data: { _entities: [null] } });
    for (const [what, id] of NOT_THERE) expect([what, await entities(id)]).toEqual([what, expected]);
  });

  it('answers for what is seen among them, each in its place', async () => {
    const [, seen] = TWINS[0]!;
    const representations = [
      { __typename: 'IcePerson', id: hidden.id },
      { __typename: 'IceRecord', id: seen.id },
      { __typename: 'IceCase', id: hiddenCase.id },
      { __typename: 'IceLiaisonContact', id: hiddenContact.id },
    ];
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }`;
    expect(await locked.direct('ICE', 'DEA', query, { representations })).toEqual({
      data: { _entities: [null, { __typename: 'IceRecord' }, null, null] },
    });
  });
});

it('a purpose whose matches name what is hidden is answered as one whose matches name nothing', async () => {
  const [, seen] = TWINS[0]!;
  const asked = async (id: string): Promise<Pick<Seen, 'status' | 'text' | 'asked'>> => {
    const purpose = `area=drug-trafficking; use=investigation; case=TEST-1; stage=match; matches="${id}"`;
    const { status, text, asked: heard } = await locked.as('DEA', { purpose }).query(RECORD, { id: seen.id });
    return { status, text: text.replaceAll(id, 'MATCH'), asked: heard };
  };
  const [, nothing] = NOT_THERE[0]!;
  const expected = await asked(nothing);
  expect(expected.status).toBe(200);
  for (const [, id] of NOT_THERE.slice(1, 8)) expect(await asked(id)).toEqual(expected);
});
