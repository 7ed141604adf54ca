import { layoutOf, HALF_WIDTH, type Layout } from '../../../gateway/playground/pages/target/model/layout.ts';
import { neighboursOf } from '../../../gateway/playground/pages/target/model/neighbours.ts';
import { joinedInWords, nodeInWords } from '../../../gateway/playground/pages/target/model/node-words.ts';
import type { Edge, Graph, Node } from '../../../gateway/playground/pages/target/model/profile.ts';
import { routeOf } from '../../../gateway/playground/pages/target/model/route.ts';
import { walk } from '../../../gateway/playground/pages/target/model/walk.ts';

const node = (key: string, kind: Node['kind']): Node => ({
  ...{ key, kind, originator: null, subjectKind: null, selector: null },
});
const edge = (from: string, why: Edge['why'], to: string): Edge => ({ from, to, why });

const GRAPH: Graph = {
  nodes: [
    ...['m1', 'm2', 'm3', 'm4'].map((key) => node(key, 'MEMBER')),
    ...['a1', 'a2'].map((key) => node(key, 'ASSOCIATE')),
    ...['s1', 's2', 's3'].map((key) => node(key, 'SELECTOR')),
  ],
  edges: [
    edge('m1', 'SAME', 'm3'),
    edge('m1', 'POSSIBLY_THE_SAME', 'm2'),
    edge('m4', 'APPEARS_WITH', 'a1'),
    edge('m1', 'APPEARS_WITH', 'a2'),
    edge('m1', 'HAS', 's2'),
    edge('m4', 'HAS', 's1'),
    edge('a1', 'HAS', 's3'),
  ],
};
const ORDER = ['m1', 'm3', 'm2', 'm4'];
const layout = layoutOf(GRAPH, ORDER);
const at = (key: string, { placed }: Layout = layout) => placed.find((one) => one.node.key === key)!;
const keysIn = (column: number) => layout.placed.filter((one) => one.column === column).map((one) => one.node.key);

describe('a graph is drawn', () => {
  it('with members in their order between those whom they appear with and what they share, each near its own', () => {
    expect([0, 1, 2].map(keysIn)).toEqual([ORDER, ['a2', 'a1'], ['s2', 's1', 's3']]);
    expect(at('a1').x).toBeLessThan(at('m1').x);
    expect(at('m1').x).toBeLessThan(at('s1').x);
  });

  it('in the same way each time, and with no node upon another', () => {
    expect(layoutOf(GRAPH, ORDER)).toEqual(layout);
    const places = layout.placed.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(GRAPH.nodes.length);
    const ys = layout.placed.map(({ y }) => y);
    expect([Math.min(...ys) > 0, Math.max(...ys) < layout.height]).toEqual([true, true]);
  });

  it('with arcs beside a column, certain ones on the right, and curves between columns', () => {
    const x = at('m1').x;
    expect(routeOf(at('m1'), at('m3'), 'SAME').to).toEqual({ x: x + HALF_WIDTH, y: at('m3').y, side: 1 });
    expect(routeOf(at('m1'), at('m2'), 'POSSIBLY_THE_SAME').to.side).toBe(-1);
    const { from, to } = routeOf(at('m4'), at('a1'), 'APPEARS_WITH');
    expect([from.side, to.side]).toEqual([-1, 1]);
  });

  it('with arcs that bow less than to the next column, however far they span', () => {
    const nodes = Array.from({ length: 300 }, (_, row) => node(`m${row}`, 'MEMBER'));
    const large = layoutOf({ nodes, edges: [] }, []);
    const { path } = routeOf(at('m0', large), at('m299', large), 'SAME');
    const widest = Math.max(...[...path.matchAll(/C (\d+)/g)].map(([, x]) => Number(x)));
    const side = at('m0', large).x + HALF_WIDTH;
    expect(side + (widest - side) * 0.75).toBeLessThan(at('s1').x - HALF_WIDTH);
  });

  it('though it has no members', () => {
    expect(layoutOf({ nodes: [], edges: [] }, []).placed).toEqual([]);
  });
});

it.each([
  ['ArrowDown', 'm1', 'm3'],
  ['ArrowUp', 'm1', 'm1'],
  ['End', 'm1', 'm4'],
  ['Home', 'm4', 'm1'],
  ['ArrowDown', 'm4', 'm4'],
  ['ArrowLeft', 'm1', 'a2'],
  ['ArrowRight', 'm4', 's3'],
  ['ArrowRight', 'a1', 'm2'],
  ['ArrowLeft', 'a1', 'a1'],
])('%s leads from %s to %s', (key, from, to) => {
  expect(walk(key, at(from), layout)?.node.key).toBe(to);
});

it('leaves other keys alone', () => {
  expect(walk('a', at('m1'), layout)).toBeUndefined();
});

describe('a node in words', () => {
  const names = new Map(GRAPH.nodes.map(({ key }) => [key, { name: key.toUpperCase(), whose: undefined }]));

  it('tells what it is, and whom it is joined with by what', () => {
    expect(nodeInWords(GRAPH.nodes[0]!, GRAPH, names)).toBe(
      'M1, of the profile. Is taken for the same as: M3. Is possibly the same as: M2. Appears with: A2. Has: S2.',
    );
    expect(joinedInWords(node('s3', 'SELECTOR'), GRAPH, names)).toEqual(['Is had by: A1.']);
  });

  it('has neighbours at both ends of its edges', () => {
    expect(neighboursOf(GRAPH, 'm3')).toEqual([{ key: 'm1', why: 'SAME' }]);
  });
});
