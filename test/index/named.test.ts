import type { Where } from '../../policy/agreement.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { dataOf } from './ask.ts';
import { useIndex } from './database.ts';
import { contributeAll, id, record } from './pointers.ts';
import { asking, parties } from './world.ts';

const QUERY = `{ records { totalCount edges { node { record { id } labels(names: ["reference", "handlingCodes"]) } } } }`;

/** A viewer of DEA, to whom ICE shares what the clause says. */
function sharedBy(where: Where) {
  const what = { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title'] };
  const agreement = {
    concordat: 1 as const,
    id: 'named',
    title: 'Named records',
    signed: '2020-01-01',
    effective: '2020-01-01',
    parties: ['DEA', 'ICE'],
    clauses: [{ id: '1', text: '', share: { ...what, where } }],
  };
  const viewer = asking('DEA');
  const { agencies } = parties;
  const ruleset = compileRuleset({ agreements: [{ agreement, digest: 'sha256-n' }], agencies }, viewer.now);
  return { ...viewer, grant: ruleset.grant(viewer.caller.viewer, viewer.caller.purpose) };
}

describe('a clause that names single records', () => {
  const index = useIndex();

  beforeAll(async () => {
    const restricted = record('ICE', 2, { handlingCodes: ['H1', 'H3'] });
    const unknown = record('ICE', 3, { handlingCodes: undefined });
    await contributeAll(index.database, [record('ICE', 1), restricted, unknown]);
  });

  it('finds them alone, and hits tell servers their reference', async () => {
    const viewer = sharedBy({ 'record.reference': { anyOf: [id(2), id(9)] } });
    const node = { record: { id: id(2) }, labels: { reference: id(2) } };
    expect(await dataOf(index.database, viewer, QUERY)).toEqual({ records: { totalCount: 1, edges: [{ node }] } });
  });

  it('finds those without a handling code, and none of which that is not known', async () => {
    const viewer = sharedBy({ handlingCodes: { noneOf: ['H1'] } });
    const node = { record: { id: id(1) }, labels: { handlingCodes: [] } };
    expect(await dataOf(index.database, viewer, QUERY)).toEqual({ records: { totalCount: 1, edges: [{ node }] } });
  });
});
