import { useMemo, type FocusEvent, type KeyboardEvent } from 'react';
import { HALF_WIDTH, type Layout } from '../model/layout.ts';
import type { NodeNames } from '../model/names.ts';
import { neighboursOf } from '../model/neighbours.ts';
import type { Graph } from '../model/profile.ts';
import { walk } from '../model/walk.ts';
import { EdgeNames, Lines, drawnEdges } from './edges.tsx';
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
  const drawn = useMemo(() => drawnEdges(graph, placed, at), [graph, placed, at]);
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
        <Lines drawn={drawn} at={at} />
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
        <EdgeNames drawn={drawn} at={at} />
      </svg>
    </div>
  );
}

function nodeId(key: string): string {
  return `node-${key}`;
}
