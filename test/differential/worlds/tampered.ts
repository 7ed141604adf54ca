import { byKey, subgraph, type World } from '../world.ts';

const lamps = ['1', '2', '3'].map((id) => ({ id }));
const of = (field: string) => ({
  Lamp: { __resolveReference: byKey(lamps, 'id'), [field]: ({ id }: { id: string }) => `${field} ${id}` },
});
const lamp = (field: string) => `type Lamp @key(fields: "id") { id: ID! ${field}: String }`;

/** Subgraphs whose answers are no answers: too few entities, too many, none, other statuses, no JSON. */
export const tampered: World = {
  subgraphs: {
    list: subgraph(`type Lamp @key(fields: "id") { id: ID! } type Query { lamps: [Lamp!]! }`, {
      Query: { lamps: () => lamps },
    }),
    short: subgraph(lamp('short'), of('short'), (answer) => ({
      body: { data: { _entities: answer.data._entities.slice(1) } },
    })),
    long: subgraph(lamp('long'), of('long'), (answer) => ({
      body: { data: { _entities: [...answer.data._entities, null] } },
    })),
    none: subgraph(lamp('none'), of('none'), () => ({ body: { data: {} } })),
    nulls: subgraph(lamp('nulls'), of('nulls'), () => ({ body: { data: null } })),
    holes: subgraph(lamp('holes'), of('holes'), (answer) => ({
      body: {
        data: { _entities: answer.data._entities.map((entity: unknown, at: number) => (at === 1 ? null : entity)) },
      },
    })),
    broken: subgraph(lamp('broken'), of('broken'), () => ({ status: 500, body: { oh: 'no' } })),
    barred: subgraph(lamp('barred'), of('barred'), () => ({
      status: 401,
      body: 'who are you',
      type: 'text/plain',
    })),
    closed: subgraph(lamp('closed'), of('closed'), () => ({ status: 403, body: {} })),
    prose: subgraph(lamp('prose'), of('prose'), () => ({ body: 'all is well', type: 'text/plain' })),
    bare: subgraph(lamp('bare'), of('bare'), () => ({
      body: { errors: [{ message: 'bare', path: ['_entities', 1, 'bare'] }] },
    })),
    mute: subgraph(lamp('mute'), of('mute'), () => ({
      body: { errors: [{ extensions: { code: 'MUTE', serviceName: 'liar' } }, { message: '' }], data: null },
    })),
    both: subgraph(lamp('both'), of('both'), (answer) => ({
      body: {
        ...answer,
        errors: [{ message: 'half', path: ['_entities', 2, 'both'], locations: [{ line: 1, column: 2 }] }],
      },
    })),
    empty: subgraph(lamp('empty'), of('empty'), () => ({ body: {} })),
  },
  operations: [
    ...[
      'short',
      'long',
      'none',
      'nulls',
      'holes',
      'broken',
      'barred',
      'closed',
      'prose',
      'bare',
      'mute',
      'both',
      'empty',
    ].map((field) => ({ query: `{ lamps { id ${field} } }` })),
    { query: '{ lamps { id short bare holes both } }' },
  ],
};
