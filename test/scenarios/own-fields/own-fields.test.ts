import { foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA } from './data.ts';

const scenario = useScenario({ agencies: ['ICE', 'DEA', 'FBI'], agreements: [AGREEMENT], data: DATA });

const QUERY = recordsWith('title ... on IceRecord { seizureNumber } ... on DeaRecord { substance }');

describe("an agency's own field", () => {
  it('is shown to whom a clause names it, on the rows of that clause', async () => {
    const { data, asked, recorded } = await scenario.as('DEA').query(QUERY);
    expect(foundIn({ data })).toEqual({
      DEA: [{ title: 'theirs', substance: 'fentanyl' }],
      ICE: [
        { title: 'drugs', seizureNumber: '2010-SZ-004711' },
        { title: 'weapons', seizureNumber: null },
      ],
    });
    expect(asked['ICE']?.join()).toContain('seizureNumber');
    expect(recorded[0]?.disclosed).toEqual([
      { originator: 'ICE', clauses: ['test#1', 'test#2'], coordinates: ['Record.title', 'IceRecord.seizureNumber'] },
    ]);
  });

  it('is not asked for where no clause names it, though the record is shown', async () => {
    const { data, asked, withheld } = await scenario.as('FBI').query(QUERY);
    expect(foundIn({ data })).toEqual({
      ICE: [
        { title: 'drugs', seizureNumber: null },
        { title: 'weapons', seizureNumber: null },
      ],
    });
    expect(asked['ICE']).toHaveLength(1);
    expect(asked['ICE']?.join()).not.toContain('seizureNumber');
    expect(asked['DEA']).toBeUndefined();
    expect(withheld).toContainEqual({
      originator: 'ICE',
      coordinate: 'IceRecord.seizureNumber',
      reason: 'NOT_COVERED',
      because: [],
    });
  });

  it('is not opened by a category, which names fields of the contract only', async () => {
    const { data } = await scenario.as('ICE').query(QUERY);
    expect(foundIn({ data })).toEqual({
      ICE: [
        { title: 'drugs', seizureNumber: '2010-SZ-004711' },
        { title: 'weapons', seizureNumber: '2010-SZ-004712' },
      ],
    });
  });

  it('is refused by its agency where it is asked past the gateway', async () => {
    const query =
      'query ($all: [_Any!]!) { _entities(representations: $all) { ... on IceRecord { title seizureNumber } } }';
    const all = DATA.ICE.map(({ id }) => ({ __typename: 'IceRecord', id }));
    const [drugs, weapons] = ['2010-SZ-004711', null];
    expect((await scenario.direct('ICE', 'DEA', query, { all })).data).toEqual({
      _entities: [
        { title: 'drugs', seizureNumber: drugs },
        { title: 'weapons', seizureNumber: weapons },
      ],
    });
    expect((await scenario.direct('ICE', 'FBI', query, { all })).data).toEqual({
      _entities: [
        { title: 'drugs', seizureNumber: null },
        { title: 'weapons', seizureNumber: null },
      ],
    });
  });

  it('cannot be asked of an agency that has no such field', async () => {
    const { status, errors } = await scenario.as('DEA').query(recordsWith('... on DeaRecord { seizureNumber }'));
    expect(status).toBe(400);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
