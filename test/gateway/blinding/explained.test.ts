import { agreed } from '../../support/scenario/agreed.ts';
import { useBlindingWorld } from './world.ts';

/** Of ICE's rows DEA may find some by the telephones of persons, and none by the lines of intercepts. */
const AGREEMENT = agreed(
  ['DEA', 'ICE'],
  [
    { id: 'summary', share: { from: ['ICE'], to: ['DEA'], categories: ['RECORD_SUMMARY'] } },
    {
      id: 'phones',
      share: { from: ['ICE'], to: ['DEA'], coordinates: ['Person.phones', 'Person.emails'] },
    },
    { id: 'lines', withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['WiretapIntercept.line'] } },
    { id: 'mail', withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['Person.emails'] } },
  ],
);
const world = useBlindingWorld({ agreements: [AGREEMENT] });
const contact = expect.anything() as unknown;

describe('a search by a selector', () => {
  it('says of each place in which it would look, and may not, that nothing is found by it there', async () => {
    const query = 'query ($p: String) { records(filter: { phone: $p, originators: ["ICE"] }) { totalCount } }';
    const { visibility } = await world.scenario.as('DEA').query(query, { p: '+1 202 555 0143' });
    expect(visibility.withheld).toEqual([
      {
        originator: 'ICE',
        coordinate: 'WiretapIntercept.line',
        reason: 'WITHHELD_BY_CLAUSE',
        clauses: ['test#lines'],
        by: ['records.filter.phone'],
        contact,
      },
    ]);
    expect(world.asked()).toHaveLength(1);
  });

  it('is not put about an originator by none of whose places rows may be found', async () => {
    const query = '{ records(filter: { email: "a@desk.example", originators: ["ICE", "DEA"] }) { totalCount } }';
    const { visibility } = await world.scenario.as('DEA').query(query);
    expect(visibility.withheld).toMatchObject([{ coordinate: 'Person.emails', by: ['records.filter.email'] }]);
    expect(world.asked().map(({ query: asked }) => asked)).toEqual([expect.stringContaining('originators:["DEA"]')]);
  });
});
