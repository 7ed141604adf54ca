import { buildASTSchema, parse, type OperationDefinitionNode } from 'graphql';
import { KnownOperations } from '../../../gateway/known-operations.ts';
import { readGraph } from '../../../policy/projection/graph.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { SUPERGRAPH } from './world.ts';

const graph = readGraph(SUPERGRAPH, agenciesOf(['DEA', 'ICE']));
const schema = buildASTSchema(parse(SUPERGRAPH), { assumeValid: true });
const FOUND = '{ totalCount }';

/** What becomes known of an operation with these variables. */
function knowing(query: string) {
  const known = new KnownOperations({ measure: () => undefined, weigh: () => 1 }, () => graph);
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return (variables: object) => known.of({ document, operation, schema, variables: { ...variables } });
}

describe('what is remembered of an operation', () => {
  it.each([
    [
      'query ($p: String, $f: RecordFilter) { records(filter: { phone: $p }) { totalCount } b: records(filter: $f) { totalCount } }',
      { p: 'one', f: { phone: 'one', kinds: ['X'] } },
      { p: 'two', f: { phone: 'two', kinds: ['X'] } },
    ],
    [
      `query ($s: [SelectorSought!]!) { selectorChecks(selectors: $s) { recordCount } }`,
      { s: [{ phone: 'one' }, { person: { surname: 'one', firstNames: 'one' } }] },
      { s: [{ phone: 'two' }, { person: { surname: 'two', firstNames: 'two' } }] },
    ],
    [
      `query ($s: String) { records(filter: { person: { surname: $s, dateOfBirth: "1971" } }) ${FOUND} }`,
      { s: 'one' },
      { s: 'two' },
    ],
  ])('has no selector in it, and is the same for another: %s', (query, one, two) => {
    const knows = knowing(query);
    const known = knows(one);
    expect(knows(two)).toBe(known);
    expect(JSON.stringify([known.asked.variables, [...known.survey.coordinates]])).not.toMatch(/"(one|two)"/u);
  });

  it('is another where something else is asked for', () => {
    const knows = knowing(`query ($f: RecordFilter) { records(filter: $f) ${FOUND} }`);
    const known = knows({ f: { phone: 'one' } });
    for (const f of [{ phone: null }, { email: 'one' }, { phone: 'one', kinds: ['X'] }, {}])
      expect(knows({ f })).not.toBe(known);
    expect(knows({ f: { phone: 'two' } })).toBe(known);
  });

  it('is nothing where a selector is something else too: whom it addresses is not forgotten', () => {
    const knows = knowing(`query ($x: String!) { records(filter: { plate: $x, originators: [$x] }) ${FOUND} }`);
    expect([...knows({ x: 'ICE' }).survey.originators]).toEqual(['ICE']);
    expect([...knows({ x: 'DEA' }).survey.originators]).toEqual(['DEA']);
    expect(knows({ x: 'DEA' })).not.toBe(knows({ x: 'DEA' }));
  });
});
