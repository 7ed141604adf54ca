import type { FocusEvent, KeyboardEvent } from 'react';
import { HALF_WIDTH, type Layout, type Placed } from '../model/layout.ts';
import type { NodeNames } from '../model/names.ts';
import { neighboursOf, touches } from '../model/neighbours.ts';
import type { Edge, Graph } from '../model/profile.ts';
import { routeOf } from '../model/route.ts';
import { walk } from '../model/walk.ts';
import { EDGES } from '../model/words.ts';
import { NodeBox } from './node-box.tsx';

/** The graph as a drawing. Its nodes are walked as the options of a list: one of them is in the order of Tab. */
export function Drawing(props: {
  readonly graph: Graph;
  readonly layout: Layout;
  readonly names: NodeNames;
  /** The key of the node that is looked at. */
  readonly at: string | undefined;
  readonly onWalk: (key: string) => void;
}) {
  const { graph, layout, names, at, onWalk } = props;
  const { width, height, placed } = layout;
  const chosen = placed.find(({ node }) => node.key === at);
  const near = new Set(at === undefined ? [] : [at, ...neighboursOf(graph, at).map(({ key }) => key)]);
  const first = (chosen ?? placed[0])?.node.key;
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const to = chosen && !event.ctrlKey && !event.altKey && !event.metaKey && walk(event.key, chosen, layout);
    if (!to) return;
    event.preventDefault();
    document.getElementById(nodeId(to.node.key))?.focus();
  };
  const onFocus = ({ target }: FocusEvent) => {
    const key = target.closest<SVGElement>('[data-node]')?.dataset['node'];
    if (key !== undefined) onWalk(key);
  };
  return (
    <div className="graph">
      <svg
        role="listbox"
        aria-label="Graph: members, whom they appear with, and what they share"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        {...{ onKeyDown, onFocus }}
      >
        <Edges graph={graph} placed={placed} at={at} />
        {placed.map((one) => (
          <NodeBox
            key={one.node.key}
            id={nodeId(one.node.key)}
            placed={one}
            halfWidth={HALF_WIDTH}
            graph={graph}
            names={names}
            isFirst={one.node.key === first}
            isChosen={one.node.key === at}
            isFar={near.size > 0 && !near.has(one.node.key)}
          />
        ))}
      </svg>
    </div>
  );
}

function Edges(props: { readonly graph: Graph; readonly placed: readonly Placed[]; readonly at: string | undefined }) {
  const { graph, placed, at } = props;
  const places = new Map(placed.map((one) => [one.node.key, one]));
  const drawn = graph.edges.flatMap((edge) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    return from && to
      ? [{ edge, route: routeOf(from, to, edge.why), isNear: at !== undefined && touches(edge, at) }]
      : [];
  });
  return (
    <g aria-hidden="true">
      {drawn.map(({ edge, route, isNear }) => (
        <path key={edgeKey(edge)} className={classOf(edge, at, isNear)} d={route.path} />
      ))}
      {drawn
        .filter(({ isNear }) => isNear)
        .map(({ edge, route }) => (
          <text key={edgeKey(edge)} className="edge-name" x={route.x} y={route.y}>
            {EDGES[edge.why]}
          </text>
        ))}
    </g>
  );
}

function classOf({ why }: Edge, at: string | undefined, isNear: boolean): string {
  const how = at === undefined ? '' : isNear ? ' is-near' : ' is-far';
  return `edge edge-${why}${how}`;
}

function edgeKey({ from, to, why }: Edge): string {
  return `${from} ${to} ${why}`;
}

function nodeId(key: string): string {
  return `node-${key}`;
}
