import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { KnownOperations, type KnownOperation } from '../../gateway/known-operations.ts';
import type { Gate } from '../../gateway/limits/gate.ts';
import { readGraph } from '../../policy/projection/graph.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../support/toy-federation.ts';

const ice = agencyEntry('ICE');
const graph = readGraph(compose({ index: hubSdl([ice]), ICE: agencySdl(ice) }), [ice]);
const schema = buildSchema('scalar Weight  type Query { records(first: Int, weighing: Weight, names: [String]): Int }');

/** Weighs an operation by its variables, and counts how often. */
function knowing() {
  const weighed: unknown[] = [];
  const gate: Pick<Gate, 'measure' | 'weigh'> = {
    measure: () => undefined,
    weigh({ variables }) {
      if (variables['first'] === 13) throw new Error('refused');
      return weighed.push(variables);
    },
  };
  const known = new KnownOperations(gate, () => graph);
  const asks = (text: string) => {
    const document = parse(text);
    const operations = document.definitions as readonly OperationDefinitionNode[];
    return (variables: string, at = 0): KnownOperation =>
      known.of({
        document,
        operation: operations[at]!,
        schema,
        variables: JSON.parse(variables) as Record<string, unknown>,
      });
  };
  return { weighed, asks };
}

const QUERY =
  'query ($first: Int, $w: Weight, $names: [String]) { records(first: $first, weighing: $w, names: $names) }';

describe('what is known of an operation', () => {
  it('is found out once for the same variables', () => {
    const { weighed, asks } = knowing();
    const ask = asks(QUERY);
    expect(ask('{"first": 1}')).toBe(ask('{"first":1}'));
    expect(ask('{"first": 2}')).not.toBe(ask('{"first": 1}'));
    expect(weighed).toHaveLength(2);
  });

  it.each([
    ['null', '1e400'],
    ['1e400', '-1e400'],
    ['null', '"null"'],
    ['1', '"1"'],
    ['1', '[1]'],
    ['{"a": null}', '{"a": 1e400}'],
    ['[null]', '[[]]'],
    ['{"__proto__": null}', '{}'],
    ['"\\ud800"', '"\\ufffd"'],
    ['0.1', '0.10000000000000002'],
  ])('is another for %s than for %s', (one, other) => {
    for (const [first, second] of [[one, other] as const, [other, one] as const]) {
      const { asks } = knowing();
      const ask = asks(QUERY);
      const found = [ask(`{"w": ${first}}`), ask(`{"w": ${second}}`), ask(`{"w": ${first}}`)];
      expect(found[1]).not.toBe(found[0]);
      expect(found[1]?.asked.variables).toEqual(JSON.parse(`{"w": ${second}}`));
      expect(found[2]?.asked.variables).toEqual(JSON.parse(`{"w": ${first}}`));
    }
  });

  it('is another for what is not given than for null', () => {
    const ask = knowing().asks(QUERY);
    expect(ask('{}')).not.toBe(ask('{"w": null}'));
  });

  it('is found out again for variables that do not fit, and for those that were refused', () => {
    const { weighed, asks } = knowing();
    const ask = asks(QUERY);
    ask('{"first": "x"}');
    ask('{"first": "x"}');
    expect(weighed).toHaveLength(2);
    for (const _ of [1, 2]) expect(() => ask('{"first": 13}')).toThrow('refused');
  });

  it('is each operation’s own, of several in a document and of the same text in two', () => {
    const { weighed, asks } = knowing();
    const text = 'query A { records } query B { records }';
    const [ask, again] = [asks(text), asks(text)];
    expect(new Set([ask('{}', 0), ask('{}', 1), again('{}', 0), again('{}', 1)]).size).toBe(4);
    expect(weighed).toHaveLength(4);
  });

  it('is forgotten when much else was asked: long documents soon, many variables of one operation before it is', () => {
    const { weighed, asks } = knowing();
    const ask = asks(QUERY);
    for (let first = 20; first < 40; first += 1) ask(`{"first": ${first}}`);
    ask('{"first": 20}');
    expect(weighed).toHaveLength(21);
    ask('{"first": 39}');
    expect(weighed).toHaveLength(21);
    for (let other = 0; other < 6; other += 1) asks(`{ records } # ${'long '.repeat(20_000)}`)('{}');
    ask('{"first": 39}');
    expect(weighed).toHaveLength(28);
  });
});
