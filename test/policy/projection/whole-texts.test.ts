import { readFileSync } from 'node:fs';
import { ownCell, type Cell } from '../../../policy/cell.ts';
import { ALWAYS, NEVER } from '../../../policy/condition/condition.ts';
import type { Grant } from '../../../policy/grant.ts';
import { permitAll } from '../../../policy/permit-all.ts';
import { readGraph } from '../../../policy/projection/graph.ts';
import { leavesWhole } from '../../../policy/projection/whole.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';

const agencies = agenciesOf(['ICE', 'DEA']);
const supergraph = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
const graph = readGraph(supergraph, agencies);
const everything = permitAll(['ICE', 'DEA']).ruleset.grant({ agency: 'USAO', role: 'analyst' }, undefined);

/** A grant that opens everything but what is said otherwise of some coordinates. */
function grantBut(closed: Readonly<Record<string, Partial<Cell>>>): Grant {
  return Object.assign(Object.create(everything) as Grant, {
    cell: (_: string, coordinate: string) => ({ ...ownCell(coordinate), ...closed[coordinate] }),
  });
}

const search = (hits: string) =>
  `query($r:[_Any!]!,$t:String!){_entities(representations:$r){... on IceTextSearch { ${hits} }}}`;
const OF_RECORDS = search('id hits(text: $t) { foundIn rank record { id title } }');
const OF_CASES = search('caseHits(text: $t, first: 5) { foundIn case { id summary } }');

const isWhole = (query: string, grant: Grant) =>
  leavesWhole(query, { graph, grant, subgraph: 'ICE', originator: 'ICE' });

describe('a search by text', () => {
  it.each([OF_RECORDS, OF_CASES])('is left whole where everything is permitted: %s', (query) => {
    expect(isWhole(query, everything)).toBe(true);
  });

  it.each<[string, Readonly<Record<string, Partial<Cell>>>]>([
    ['a field that is searched is closed', { 'Record.narrative': { rows: NEVER }, 'Case.summary': { rows: NEVER } }],
    [
      'a field that is searched is masked',
      {
        'Record.title': { treatments: [{ treatment: 'masked', rows: ALWAYS }] },
        'Case.title': { treatments: [{ treatment: 'masked', rows: ALWAYS }] },
      },
    ],
  ])('is not, where %s, whether or not it is asked for', (_why, closed) => {
    for (const query of [OF_RECORDS, OF_CASES]) expect(isWhole(query, grantBut(closed))).toBe(false);
  });
});
