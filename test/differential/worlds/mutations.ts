import { subgraph, type World } from '../world.ts';

/** Mutations: one after the other, of several subgraphs, with payloads that lead on, and that fail. */
export const mutations: World = {
  subgraphs: {
    till: subgraph(
      `type Query { total: Int account(id: ID!): Account }
       type Mutation { add(by: Int!): Change double: Change refuse: Change! fail: Int addAll(representations: [Int!]!): Change }
       type Change { total: Int! account: Account query: Query }
       type Account @key(fields: "id") { id: ID! balance: Int! }`,
      () => {
        let total = 1;
        const change = () => ({ total, account: { id: `t${total}`, balance: total }, query: {} });
        return {
          Query: { total: () => total, account: (_: unknown, { id }: { id: string }) => ({ id, balance: total }) },
          Mutation: {
            add: (_: unknown, { by }: { by: number }) => ((total += by), change()),
            fail: () => {
              throw new Error('nothing came of it');
            },
            addAll: (_: unknown, { representations }: { representations: readonly number[] }) => {
              for (const by of representations) total += by;
              return change();
            },
            double: () => ((total *= 2), change()),
            refuse: () => {
              throw new Error('the till is shut');
            },
          },
          Account: { __resolveReference: ({ id }: { id: string }) => ({ id, balance: total }) },
        };
      },
    ),
    journal: subgraph(
      `type Query { lines: [String!]! } type Mutation { note(text: String!): Int! clear: Boolean }
       type Account @key(fields: "id") { id: ID! notes(last: Int = 2): [String!] }`,
      () => {
        let lines: string[] = [];
        return {
          Query: { lines: () => lines },
          Mutation: {
            note: (_: unknown, { text }: { text: string }) => lines.push(text),
            clear: () => ((lines = []), null),
          },
          Account: {
            notes: ({ id }: { id: string }, { last }: { last: number }) =>
              lines.slice(-last).map((line) => `${id} ${line}`),
          },
        };
      },
    ),
  },
  operations: [
    {
      query:
        'mutation { a: add(by: 2) { total } n: note(text: "x") b: double { total account { id balance notes } } m: note(text: "y") c: add(by: 1) { total } }',
    },
    { query: '{ total lines account(id: "q") { notes balance } }' },
    {
      query:
        'mutation ($by: Int!, $t: String = "z") { note(text: $t) add(by: $by) { account { notes(last: 1) } query { total lines } } }',
      variables: { by: 5 },
    },
    { query: 'mutation { refuse { total } add(by: 1) { total } }' },
    {
      query:
        'mutation ($on: Boolean = false, $off: Boolean!) { note(text: "a") @include(if: $on) ...Sums n: note(text: "b") @skip(if: $off) } fragment Sums on Mutation { add(by: 3) { total } ... @include(if: $on) { double { account { notes } } } o: note(text: "c") }',
      variables: { off: false },
    },
    {
      query:
        'mutation ($representations: [Int!]!) { addAll(representations: $representations) { total account { notes } } }',
      variables: { representations: [1, 1, 2] },
    },
    {
      query:
        'mutation { a: double { account { notes } } fail b: add(by: 1) { account { notes balance } } c: add(by: 1) { total } }',
    },
    { query: 'mutation { note(text: "k") refuse { total } clear }' },
    { query: 'mutation { __typename clear double { __typename query { __typename total } } }' },
    { query: '{ total lines }' },
  ],
};
