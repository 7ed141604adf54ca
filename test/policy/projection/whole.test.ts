import { ownCell, type Cell } from '../../../policy/cell.ts';
import { ALWAYS, NEVER, test as labelled } from '../../../policy/condition/condition.ts';
import { permitAll } from '../../../policy/permit-all.ts';
import type { Grant } from '../../../policy/grant.ts';
import { readGraph } from '../../../policy/projection/graph.ts';
import { leavesWhole } from '../../../policy/projection/whole.ts';
import { READS_DIRECTIVES, READS_LINK } from '../../../schema/reads.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../../support/toy-federation.ts';

const agencies = [agencyEntry('ICE'), agencyEntry('DEA')] as const;
const [ice, dea] = agencies;
const graph = readGraph(
  compose({
    index: hubSdl(agencies),
    ICE: agencySdl(
      ice,
      {
        Record: `seizureNumber(like: String): String
          about(phone: String @readsOneOf(coordinates: ["Person.phones", "WiretapIntercept.line"])): String`,
      },
      `extend schema ${READS_LINK} ${READS_DIRECTIVES}
       type Query { iceTips: [IceTip!] iceMotto: String } type IceTip { text: String }`,
    ),
    DEA: agencySdl(dea),
  }),
  agencies,
);
const everything = permitAll(['ICE', 'DEA']).ruleset.grant({ agency: 'USAO', role: 'analyst' }, undefined);

/** A grant that opens everything but what is said otherwise of some coordinates. */
function grantBut(closed: Readonly<Record<string, Partial<Cell>>>, invisible: readonly string[] = []): Grant {
  return Object.assign(Object.create(everything) as Grant, {
    cell: (_: string, coordinate: string) => ({ ...ownCell(coordinate), ...closed[coordinate] }),
    visible: (_: string, type: string) => (invisible.includes(type) ? NEVER : ALWAYS),
  });
}

function isWhole(query: string, grant: Grant = everything): boolean {
  return leavesWhole(query, { graph, grant, subgraph: 'ICE', originator: 'ICE' });
}

const entities = (selection: string) => `query($r:[_Any!]!,$l:String){_entities(representations:$r){${selection}}}`;
const RECORD = entities(
  '... on IceRecord { __typename id title subjects { __typename ... on IcePerson { surname { romanized } } } }',
);
const SOME = labelled({ name: 'kind', owners: ['Record'] }, { op: 'anyOf', values: ['WIRETAP_INTERCEPT'] });

describe('a fetch is left whole', () => {
  it.each([RECORD, '{ iceTips { text } iceMotto }', entities('... on IceRecord { seizureNumber(like: $l) }')])(
    'where all of it is open: %s',
    (query) => {
      expect(isWhole(query)).toBe(true);
    },
  );

  it.each([
    ['a field is closed', { 'Record.title': { rows: NEVER } }],
    ['a field is open on some rows', { 'Record.title': { rows: SOME } }],
    ['a field is masked', { 'Record.title': { treatments: [{ treatment: 'masked', rows: ALWAYS }] } }],
    ['a field is masked on some rows', { 'Record.title': { treatments: [{ treatment: 'full', rows: SOME }] } }],
    ['a field further down is closed', { 'Person.surname': { rows: NEVER } }],
  ] as const)('not where %s', (_, closed) => {
    expect(isWhole(RECORD, grantBut(closed))).toBe(false);
  });

  it('not where an object does not appear on every row, whatever is asked of it', () => {
    expect(isWhole(entities('... on IceRecord { id }'), grantBut({}, ['Record']))).toBe(false);
    expect(isWhole(RECORD, grantBut({}, ['Person']))).toBe(false);
  });

  it('not where an argument could read what is closed, given or not', () => {
    const closed = grantBut({ 'IceRecord.seizureNumber(like:)': { rows: NEVER } });
    expect(isWhole(entities('... on IceRecord { seizureNumber }'), closed)).toBe(false);
    expect(isWhole(entities('... on IceRecord { title }'), closed)).toBe(true);
  });

  it('not where an argument could read, of several things, one that is closed', () => {
    expect(isWhole(entities('... on IceRecord { about(phone: $l) }'))).toBe(true);
    const closed = grantBut({ 'WiretapIntercept.line': { rows: NEVER } });
    expect(isWhole(entities('... on IceRecord { about(phone: $l) }'), closed)).toBe(false);
  });

  it('not where it leads to another agency’s object, which appears by what is shown of it', () => {
    expect(isWhole(entities('... on DeaRecord { id }'))).toBe(false);
  });

  it('not where it asks for what the graph has not', () => {
    expect(isWhole(entities('... on Nothing { id }'))).toBe(false);
    expect(isWhole(entities('... on IceRecord { nothing }'))).toBe(false);
    expect(isWhole('{ nothing }')).toBe(false);
  });
});
