import { entities, record, refs, toyAgency } from './toy-agency.ts';

const dea = toyAgency({ sources: [record('r1')], sdl: 'extend type DeaRecord { substance: String }' });

describe("an agency's words on a mistake", () => {
  it.each([
    entities('DeaRecord', 'substanc'),
    entities('DeaRecord', 'narativ'),
    entities('DeaRecor', 'id'),
    entities('DeaRecord', 'label'),
    'query ($r: [_An!]!) { _entities(representations: $r) { __typename } }',
    'query ($r: [_Any!]!) { _entities(representation: $r) { __typename } }',
    '{ _entitie { id } }',
    '{ _service @inclde(if: true) { sdl } }',
  ])('name nothing that is near: %s', async (query) => {
    const { status, errors = [] } = await dea.ask('ICE', query, refs('DeaRecord', 'r1'));
    expect({ status, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({
      status: 400,
      codes: ['DOCUMENT_INVALID'],
    });
    expect(errors[0]?.message).not.toMatch(/did you mean|substance\b|narrative|labels|_entities\b.*_entities\b/i);
  });
});
