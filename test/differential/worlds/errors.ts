import { mistake } from '../mistake.ts';
import { byKey, subgraph, type Id, type World } from '../world.ts';

const jobs = [
  { id: '1', title: 'dig', owner: { id: 'a' } },
  { id: '2', title: 'fill', owner: { id: 'b' } },
  { id: '3', title: 'rest', owner: null },
];
const fail = (message: string, code: string, detail?: unknown) => {
  throw mistake(message, code, detail);
};

/** Errors of subgraphs, with codes and details of their own, at roots and in entities, beside data and without any. */
export const errors: World = {
  subgraphs: {
    jobs: subgraph(
      `type Job @key(fields: "id") { id: ID! title: String! owner: Worker broken: Int must: Int! }
       type Worker @key(fields: "id") { id: ID! }
       type Query { jobs: [Job!]! job(id: ID!): Job! down: String never: Job! }`,
      {
        Query: {
          jobs: () => jobs,
          job: (_, { id }: Id) => byKey(jobs, 'id')({ id }),
          down: () => fail('the pump is down', 'PUMP', { since: [1, 2] }),
          never: () => fail('never was', 'NEVER'),
        },
        Job: {
          __resolveReference: byKey(jobs, 'id'),
          broken: ({ id }: { id: string }) => (id === '2' ? fail(`job ${id} broke`, 'BROKEN') : 4),
          must: ({ id }: { id: string }) => (id === '2' ? fail('must not', 'MUST') : 1),
        },
      },
    ),
    staff: subgraph(
      `type Worker @key(fields: "id") { id: ID! name: String! age: Int }
       type Job @key(fields: "id") { id: ID! pay: Int rank: Int! }
       type Query { workers: [Worker] }`,
      {
        Query: { workers: () => [{ id: 'a' }, { id: 'b' }] },
        Worker: {
          __resolveReference: ({ id }: { id: string }) => (id === 'b' ? fail('b is gone', 'GONE') : { id }),
          name: ({ id }: { id: string }) => (id === 'b' ? null : `worker ${id}`),
          age: () => fail('no age', 'AGE'),
        },
        Job: {
          pay: ({ id }: { id: string }) => (id === '3' ? fail('no pay', 'PAY') : 100),
          rank: ({ id }: { id: string }) => (id === '1' ? null : 2),
        },
      },
    ),
  },
  ids: ['1', '2', '3', '7'],
  operations: [
    { query: '{ jobs { id title broken pay } }' },
    { query: '{ jobs { title owner { name age } } down }' },
    { query: '{ jobs { rank } }' },
    { query: '{ jobs { must } }' },
    { query: '{ job(id: "7") { title } }' },
    { query: '{ job(id: "2") { a: broken b: broken must pay } workers { name } }' },
    { query: '{ never { title } down }' },
    { query: '{ workers { id name } again: workers { age } }' },
    { query: 'query ($id: ID!) { job(id: $id) { title } }' },
    { query: '{ jobs { nothing } }' },
    { query: '{ jobs { title }' },
    { query: '{ _service { sdl } }' },
    { query: 'query A { down } query B { down }', operationName: 'C' },
    { query: 'subscription { down }' },
  ],
};
