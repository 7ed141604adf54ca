import type { Placed } from '../model/layout.ts';
import { touches } from '../model/neighbours.ts';
import type { Edge, Graph } from '../model/profile.ts';
import { routeOf, type Route } from '../model/route.ts';
import { EDGES } from '../model/words.ts';

/** An edge, and how it runs. */
interface Drawn {
  readonly edge: Edge;
  readonly route: Route;
  /** Whether it ends at the node that is looked at. */
  readonly isNear: boolean;
}

/** The edges of a graph as they are drawn. */
export function drawnEdges({ edges }: Graph, placed: readonly Placed[], at: string | undefined): readonly Drawn[] {
  const places = new Map(placed.map((one) => [one.node.key, one]));
  return edges.flatMap((edge) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    const isNear = at !== undefined && touches(edge, at);
    return from && to ? [{ edge, route: routeOf(from, to, edge.why), isNear }] : [];
  });
}

/** Edges as lines. */
export function Lines({ drawn, at }: { readonly drawn: readonly Drawn[]; readonly at: string | undefined }) {
  return (
    <g aria-hidden="true">
      {drawn.map(({ edge, route, isNear }) => (
        <path key={edgeKey(edge)} className={classOf(edge, at, isNear)} d={route.path} />
      ))}
    </g>
  );
}

/** The names of the edges that end at the node that is looked at, each beside the neighbour. */
export function EdgeNames({ drawn, at }: { readonly drawn: readonly Drawn[]; readonly at: string | undefined }) {
  return (
    <g aria-hidden="true">
      {drawn
        .filter(({ isNear }) => isNear)
        .map(({ edge, route }) => {
          const { x, y, side } = edge.from === at ? route.to : route.from;
          return (
            <text
              key={edgeKey(edge)}
              className="edge-name"
              x={x + side * GAP}
              y={y}
              textAnchor={side === 1 ? 'start' : 'end'}
            >
              {EDGES[edge.why]}
            </text>
          );
        })}
    </g>
  );
}

/** Between a node and the name of an edge. */
const GAP = 8;

function classOf({ why }: Edge, at: string | undefined, isNear: boolean): string {
  const how = at === undefined ? '' : isNear ? ' is-near' : ' is-far';
  return `edge edge-${why}${how}`;
}

function edgeKey({ from, to, why }: Edge): string {
  return `${from} ${to} ${why}`;
}
