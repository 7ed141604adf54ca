import { permitted, stock, supergraphOf, type Asker } from './gateways.ts';
import { subgraph, type Answer, type World } from './world.ts';

const ships = [
  { __typename: 'Ferry', id: '1', name: 'Aurora', berths: 4, log: [{ at: 'N' }], next: { id: '2' } },
  { __typename: 'Tug', id: '2', name: 'Bruno', berths: 2, log: [], next: null },
];
type Rows = Answer['data']['_entities'];

/** A harbour whose tariff office answers what a test says. */
function harbour(lie: (entities: Rows) => unknown): World {
  return {
    subgraphs: {
      fleet: subgraph(
        `interface Ship { id: ID! name: String }
         type Ferry implements Ship @key(fields: "id") { id: ID! name: String berths: Int log: [Entry!] next: Ferry }
         type Tug implements Ship @key(fields: "id") { id: ID! name: String }
         type Entry @shareable { at: String } type Query { ships: [Ship] }`,
        { Query: { ships: () => ships } },
      ),
      tariff: subgraph(
        `type Ferry @key(fields: "id") { id: ID! due: Int marks: [[Mark]] owner: Owner paidBy: Owner }
         type Tug @key(fields: "id") { id: ID! due: Int }
         union Owner = Firm | Person type Firm { vat: String } type Person { born: Int }
         type Mark { text: String }`,
        {
          Ferry: {
            due: () => 7,
            marks: () => [[{ text: 'm' }]],
            owner: () => ({ __typename: 'Firm', vat: 'V' }),
            paidBy: () => null,
          },
          Tug: { due: () => 9 },
        },
        ({ data }) => ({ body: { data: { _entities: lie(data._entities) } } }),
      ),
    },
    operations: [],
  };
}

const QUERY = `{ ships { __typename id name ... on Ferry { due berths log { at } marks { text }
  owner { __typename ... on Firm { vat } ... on Person { born } } } ... on Tug { due } } }`;

const open: Asker[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((asker) => asker.stop()))));

async function answered(start: typeof stock, lie: (entities: Rows) => unknown) {
  const world = harbour(lie);
  const asker = await start(world, supergraphOf(world));
  open.push(asker);
  const { data, errors } = await asker.ask({ query: QUERY });
  return { ships: data === 'none' ? undefined : (JSON.parse(data) as { ships: readonly object[] }).ships, errors };
}

const honest = (entities: Rows) => entities;
const onFirst = (change: object) => (entities: Rows) =>
  entities.map((e, at) => (at === 0 ? { ...(e as object), ...change } : e));

describe('a subgraph that says more than it was asked', () => {
  const fleetsOwn = onFirst({ name: 'LIE', berths: 666, log: [{ at: 'LIE' }] });

  it('speaks under no key that another subgraph answers', async () => {
    const { ships: told } = await answered(permitted, fleetsOwn);
    expect(told).toEqual((await answered(stock, honest)).ships);
  });

  it('does so through Apollo’s gateway, which merges what it is told', async () => {
    expect((await answered(stock, fleetsOwn)).ships?.[0]).toMatchObject({ name: 'LIE', berths: 666 });
  });
});

describe('a subgraph whose values are not of their types', () => {
  const truth = { id: '1', name: 'Aurora', berths: 4, due: 7, log: [{ at: 'N' }], marks: [[{ text: 'm' }]] };

  it.each([
    ['an object in place of a list', { marks: { text: 'x' } }, { marks: null }],
    ['a list that is nested deeper', { marks: [[[{ text: 'x' }]]] }, { marks: [[null]] }],
    ['a scalar in place of an object', { owner: 'x' }, { owner: null }],
    ['a type that the union has not', { owner: { __typename: 'Tug', vat: 'x' } }, { owner: null }],
    ['no type where one was asked', { owner: { vat: 'x' } }, { owner: null }],
    [
      'keys of another member of the union',
      { owner: { __typename: 'Person', vat: 'x' } },
      { owner: { __typename: 'Person', born: null } },
    ],
  ])('loses %s, and no more', async (_, lie, left) => {
    const { ships: told, errors } = await answered(permitted, onFirst(lie));
    expect({ told: told?.[0], errors }).toMatchObject({ told: { ...truth, ...left }, errors: [] });
  });

  it.each([
    ['an object in place of a list', { marks: { text: 'x' } }],
    ['a scalar in place of an object', { owner: 'x' }],
  ])('takes the whole answer down with %s through Apollo’s gateway', async (_, lie) => {
    const { ships: told, errors } = await answered(stock, onFirst(lie));
    expect([told, errors.length]).toEqual([undefined, 1]);
  });
});

describe('an entity that is of another type than it was asked by', () => {
  it('is null', async () => {
    const swapped = (entities: Rows) => entities.map((e) => ({ ...(e as object), __typename: 'Tug' }));
    const { ships: told } = await answered(permitted, swapped);
    expect(told).toEqual([
      {
        __typename: 'Ferry',
        id: '1',
        name: 'Aurora',
        berths: 4,
        log: [{ at: 'N' }],
        due: null,
        marks: null,
        owner: null,
      },
      { __typename: 'Tug', id: '2', name: 'Bruno', due: 9 },
    ]);
  });

  it('does not make a list of them longer or hold up the others', async () => {
    const { ships: told } = await answered(permitted, (entities) => [null, 'x', ...entities].slice(0, entities.length));
    expect(told).toHaveLength(2);
  });
});
