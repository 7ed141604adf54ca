import { contract } from '../../../schema/contract.ts';
import { agreed } from '../../support/scenario/agreed.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { DATA } from './data.ts';

/** Everything of ICE is open to DEA, on every row and in full. */
const EVERYTHING = agreed(
  ['ICE', 'DEA'],
  [{ id: 'all', share: { from: ['ICE'], to: ['DEA'], categories: [...contract.categories.keys()] } }],
);

const SEARCH = `query ($text: String!) { textSearches(filter: { originators: ["ICE"] }) {
  id hits(text: $text) { foundIn rank record { id title synopsis narrative } } caseHits(text: $text) { foundIn } } }`;
const FILTER = `query ($text: String!) { records(filter: { text: $text, originators: ["ICE"] }) {
  totalCount edges { node { disclosure record { id title narrative } } } } }`;

describe('texts, where an agreement permits everything', () => {
  const scenario = useScenario({ agencies: ['ICE', 'DEA'], agreements: [EVERYTHING], data: DATA });

  it.each([SEARCH, FILTER])("are found as the agency's own people find them: %s", async (query) => {
    const told = async (agency: string) => scenario.as(agency).query(query, { text: 'ephedrine' });
    const [theirs, ours] = [await told('DEA'), await told('ICE')];
    expect(theirs.errors).toBeUndefined();
    expect(theirs.data).toEqual(ours.data);
    expect(JSON.stringify(theirs.data).match(/"id":"[0-9a-f]{8}-/gu)).toHaveLength(5);
  });
});
