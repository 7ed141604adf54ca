import { projectRepresentation } from '../../../policy/projection/representations.ts';
import { readGraph } from '../../../policy/projection/graph.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../../support/toy-federation.ts';
import { toyAgreement, toyGrant, toyRuleset, type ToyClause } from '../../support/toy-policy.ts';

const ice = agencyEntry('ICE');
const agencies = [ice, agencyEntry('DEA')];
const graph = readGraph(compose({ index: hubSdl([ice]), ICE: agencySdl(ice) }), agencies);
const PHONE = '+1 202 555 0143';

/** What DEA's subgraph is sent of a contact of ICE, where ICE shares its contacts by these clauses. */
function sent(...clauses: readonly ToyClause[]): unknown {
  const grant = toyGrant(toyRuleset(agencies, toyAgreement(agencies, clauses)), 'DEA');
  const contact = { __typename: 'IceLiaisonContact', id: '1', phone: PHONE };
  return projectRepresentation(contact, { agency: 'DEA', grant: () => grant, labels: () => undefined }, graph)['phone'];
}

const share = (rest: object) => ({ from: ['ICE'], to: ['DEA'], coordinates: ['LiaisonContact.phone'], ...rest });
const inFull: ToyClause = { id: 'full', share: share({}) };
const inFullForDrugs: ToyClause = {
  id: 'drugs',
  share: share({ where: { crimeAreas: { anyOf: ['drug-trafficking'] } } }),
};
const masked: ToyClause = { id: 'masked', share: share({ treatments: { 'LiaisonContact.phone': 'masked' } }) };

describe('a value that is sent to another agency’s subgraph', () => {
  it('is sent as it is where that agency may see it so on every row', () => {
    expect(sent(inFull, masked)).toBe(PHONE);
  });

  it('is masked where that agency may see it so on every row, and in full only on rows that this is not known to be one of', () => {
    expect(sent(inFullForDrugs, masked)).toBe('••••0143');
  });

  it('is not sent where no clause shares it on a row of which nothing is known', () => {
    expect(sent(inFullForDrugs)).toBeNull();
    expect(sent()).toBeNull();
  });
});
