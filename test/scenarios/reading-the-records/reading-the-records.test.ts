import { recordsWith } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT, DATA } from './agreement.ts';

const scenario = useScenario({
  agencies: ['ICE', 'FBI', 'DEA', 'ATF', 'USAO'],
  agreements: [AGREEMENT],
  data: DATA,
  hub: true,
});

const MATCH = '3f0a9a54-7a3f-4f0e-9a55-0d6f0e6a5b01';
const LISTS = ['notifications', 'disclosures'] as const;

interface List {
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const ask = (agency: string, query: string, role = 'auditor') =>
  scenario.as(agency, { role, purpose: null }).query(query);

const list = async (agency: string, field: (typeof LISTS)[number], args = '', node = 'id') => {
  const query = `{ ${field}${args} { edges { cursor node { ${node} } } pageInfo { hasNextPage endCursor } } }`;
  return ((await ask(agency, query)).data as Record<string, List>)[field]!;
};

beforeAll(async () => {
  for (const agency of ['DEA', 'ATF', 'DEA', 'DEA'])
    await scenario
      .as(agency, { purpose: `area=drug-trafficking; use=investigation; case=C-1; stage=match; matches=${MATCH}` })
      .query(recordsWith('title'));
});

describe.each(LISTS)('%s', (field) => {
  it('come newest first, and every page goes on where the last one ended', async () => {
    const all = (await list('ICE', field)).edges.map(({ node }) => node['id']);
    expect(all.length).toBeGreaterThanOrEqual(4);
    const first = await list('ICE', field, `(first: ${all.length - 1})`);
    expect(first.pageInfo.hasNextPage).toBe(true);
    await scenario.as('DEA').query('{ records(filter: { originators: ["ICE"] }) { totalCount } }');
    const second = await list('ICE', field, `(first: 3, after: "${first.pageInfo.endCursor}")`);
    expect([...first.edges, ...second.edges].map(({ node }) => node['id'])).toEqual(all);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await list('ICE', field)).edges.map(({ node }) => node['id']).slice(1)).toEqual(all);
  });

  it.each(['"nonsense"', `"${MATCH}"`])('refuse a cursor that is none: %s', async (after) => {
    const { errors } = await ask('ICE', `{ ${field}(after: ${after}) { edges { cursor } } }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_CURSOR']);
  });

  it('refuse the cursor of another agency as if there were none', async () => {
    const { pageInfo } = await list('ICE', field, '(first: 1)');
    const other = await ask('USAO', `{ ${field}(after: "${pageInfo.endCursor}") { edges { cursor } } }`);
    expect(other.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_CURSOR']);
  });

  it('refuse a page that is too large', async () => {
    const { errors } = await ask('ICE', `{ ${field}(first: 101) { edges { cursor } } }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_PAGE']);
  });

  it.each(['analyst', 'investigator'])('are not for the role %s', async (role) => {
    const { data, errors } = await ask('ICE', `{ ${field} { edges { cursor } } agencies { code } }`, role);
    expect(data).toMatchObject({ [field]: null, agencies: expect.arrayContaining([{ code: 'ICE' }]) as unknown });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['ROLE_NOT_ENTITLED']);
  });
});

describe('an agency', () => {
  const NODE = 'recipient operation purpose { case matches } disclosed { originator coordinates clauses }';
  const part = (originator: string) => ({
    originator,
    coordinates: ['Record.title'],
    clauses: [`test#${originator.toLowerCase()}`],
  });

  it('reads of the ledger what was disclosed of its own data, and not what else was asked', async () => {
    const { edges } = await list('FBI', 'disclosures', '', NODE);
    expect(edges.map(({ node }) => node)).toEqual(
      ['DEA', 'DEA', 'ATF', 'DEA'].map((recipient) => ({
        recipient,
        operation: null,
        purpose: { case: 'C-1', matches: null },
        disclosed: [part('FBI')],
      })),
    );
  });

  it('reads the whole of its own viewers’ questions', async () => {
    const { edges } = await list('ATF', 'disclosures', '', NODE);
    expect(edges.map(({ node }) => node)).toEqual([
      {
        recipient: 'ATF',
        operation: recordsWith('title').replace(/\s*([{}])\s*/g, '$1'),
        purpose: { case: 'C-1', matches: [MATCH] },
        disclosed: [part('FBI'), part('ICE')],
      },
    ]);
  });

  it('is told of nothing that was asked of others', async () => {
    expect((await list('ATF', 'notifications')).edges).toEqual([]);
    expect((await list('DEA', 'notifications')).edges).toEqual([]);
    const { edges } = await list('FBI', 'notifications', '', 'recipient purpose { matches }');
    expect(edges.map(({ node }) => node)).toEqual(
      ['DEA', 'DEA', 'ATF', 'DEA'].map((recipient) => ({ recipient, purpose: { matches: null } })),
    );
  });
});

it('lets liaison officers read what their agency was told, and not the ledger', async () => {
  const { errors } = await ask('ICE', '{ notifications { edges { cursor } } }', 'liaison-officer');
  expect(errors).toBeUndefined();
  const { errors: refused } = await ask('ICE', '{ disclosures { edges { cursor } } }', 'liaison-officer');
  expect(refused?.map(({ extensions }) => extensions.code)).toEqual(['ROLE_NOT_ENTITLED']);
});
