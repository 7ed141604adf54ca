import { composeServices } from '@apollo/composition';
import { parse, type DocumentNode } from 'graphql';
import { ENTITY_TYPES } from '../../schema/contract.ts';
import { buildAgencySubgraph } from '../../subgraphs/agency/subgraph.ts';
import { AGENCIES } from './parties.ts';

const SUBJECTS = ['Person', 'Group', 'Organization'];

/** What the hub declares of agencies: the interfaces with their key, and every agency's types by their key. */
function hub(): DocumentNode {
  const above = (type: string, rest: string): string => (SUBJECTS.includes(type) ? `${rest}Subject` : '');
  return parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { records: [Record!] subjects: [Subject!] }
    type Agency @key(fields: "code") { code: ID! name: String }
    interface Subject @key(fields: "id") { id: ID! }
    ${ENTITY_TYPES.map((type) => `interface ${type} ${above(type, 'implements ')} @key(fields: "id") { id: ID! }`).join('\n')}
    ${AGENCIES.flatMap(({ prefix }) =>
      ENTITY_TYPES.map(
        (type) => `type ${prefix}${type} implements ${type} ${above(type, '& ')} @key(fields: "id") { id: ID! }`,
      ),
    ).join('\n')}
  `);
}

async function compose() {
  const agencies = await Promise.all(AGENCIES.map(buildAgencySubgraph));
  return composeServices([
    { name: 'INDEX', url: 'http://index.example', typeDefs: hub() },
    ...agencies.map(({ name, typeDefs }) => ({ name, url: `http://${name.toLowerCase()}.example`, typeDefs })),
  ]);
}

describe('the subgraphs of all agencies', () => {
  const composed = compose();

  it('compose with the hub, without an error or a hint', async () => {
    const { errors, hints } = await composed;
    expect(AGENCIES).toHaveLength(11);
    expect(errors?.map(({ message }) => message)).toBeUndefined();
    expect(hints?.map(({ message }) => message)).toEqual([]);
  });

  it('keep labels out of the API that people see', async () => {
    const { schema } = await composed;
    const api = schema?.toAPISchema();
    expect(api?.type('DeaRecord')).toBeDefined();
    expect(api?.type('Labels')).toBeUndefined();
    for (const type of api?.interfaceTypes() ?? [])
      expect([type.name, type.field('labels')]).toEqual([type.name, undefined]);
  });

  it('show what an agency adds on its own type only', async () => {
    const { supergraphSdl } = await composed;
    expect(supergraphSdl?.match(/seizureNumber/g)).toHaveLength(1);
  });
});

it('builds the same subgraph again', async () => {
  const [agency] = AGENCIES;
  const [one, other] = [await buildAgencySubgraph(agency!), await buildAgencySubgraph(agency!)];
  expect(other.typeDefs).toEqual(one.typeDefs);
});
