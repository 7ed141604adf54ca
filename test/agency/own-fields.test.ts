import { GraphQLString } from 'graphql';
import { OWN_FIELDS, ownCoordinates } from '../../subgraphs/agency/own-fields.ts';
import { bareSubgraph } from './agency-under-test.ts';
import { AGENCIES, agency } from './parties.ts';

it('lists the coordinates that agencies add to the contract', () => {
  expect(ownCoordinates(AGENCIES)).toEqual(['AtfRecord.traceNumber', 'DeaRecord.substance', 'IceRecord.seizureNumber']);
  expect(ownCoordinates([agency('USAO')])).toEqual([]);
});

it('declares every one of them, nullable, in its own words, after those of the contract', async () => {
  for (const { agency: code, entity, name, description } of OWN_FIELDS) {
    const { schema } = await bareSubgraph(code);
    const type = schema.getType(`${agency(code).prefix}${entity}`);
    const fields = type && 'getFields' in type ? Object.values(type.getFields()) : [];
    expect(fields.at(-1)).toMatchObject({ name, description, type: GraphQLString });
  }
});
