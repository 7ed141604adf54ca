import type { Placed } from '../model/layout.ts';
import { fullName, type NodeNames } from '../model/names.ts';
import type { Graph } from '../model/profile.ts';
import { nodeInWords } from '../model/node-words.ts';

const HALF_HEIGHT = 17;
const PADDING = 10;
/** How many letters have room, more or less. */
const ROOM = 30;

/** A node: members have round ends, associates square ones, and what is shared is cut at its corners. */
export function NodeBox(props: {
  readonly id: string;
  readonly placed: Placed;
  readonly halfWidth: number;
  readonly graph: Graph;
  readonly names: NodeNames;
  /** Where Tab leads to. */
  readonly isFirst: boolean;
  readonly isChosen: boolean;
  /** Something else is looked at that it is not joined with. */
  readonly isFar: boolean;
}) {
  const { id, placed, halfWidth, graph, names, isFirst, isChosen, isFar } = props;
  const { node, x, y } = placed;
  const classes = ['node', `node-${node.kind}`, ...(isChosen ? ['is-chosen'] : []), ...(isFar ? ['is-far'] : [])];
  return (
    <g
      id={id}
      data-node={node.key}
      role="option"
      aria-selected={isChosen}
      aria-label={nodeInWords(node, graph, names)}
      tabIndex={isFirst ? 0 : -1}
      className={classes.join(' ')}
      onClick={({ currentTarget }) => currentTarget.focus()}
    >
      <rect
        x={x - halfWidth}
        y={y - HALF_HEIGHT}
        width={2 * halfWidth}
        height={2 * HALF_HEIGHT}
        rx={RADII[node.kind]}
      />
      <Label text={fullName(names, node.key)} placed={placed} halfWidth={halfWidth - PADDING} />
    </g>
  );
}

/** A name in its box. What there is no room for is cut off, not left out: it is the beginning of what is read aloud. */
function Label(props: { readonly text: string; readonly placed: Placed; readonly halfWidth: number }) {
  const { text, placed, halfWidth } = props;
  const isLong = Array.from(text).length > ROOM;
  return (
    <svg x={placed.x - halfWidth} y={placed.y - HALF_HEIGHT} width={2 * halfWidth} height={2 * HALF_HEIGHT}>
      <text x={isLong ? 0 : halfWidth} y={HALF_HEIGHT} textAnchor={isLong ? 'start' : 'middle'}>
        {text}
      </text>
    </svg>
  );
}

const RADII = { MEMBER: HALF_HEIGHT, ASSOCIATE: 2, SELECTOR: 8 } as const;
