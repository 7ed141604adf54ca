import type { Profiler } from 'node:inspector';
import { roomOf } from './room.ts';

/** Where the processor's time of a profile went: milliseconds by name. */
export interface Attributed {
  /** Own time, by the room of each function. */
  readonly rooms: ReadonlyMap<string, number>;
  /** Own time, by function. */
  readonly functions: ReadonlyMap<string, number>;
  /** The time of each function and of all that it called. */
  readonly whole: ReadonlyMap<string, number>;
}

type Node = Profiler.ProfileNode;

/** Waiting is no work. */
const IDLE = '(idle)';

/** Sums a profile by room and by function. What is built in counts for the script that calls it. */
export function attribute({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Attributed {
  const own = ownMicroseconds(samples, timeDeltas);
  const stackOf = stacks(nodes);
  const [rooms, functions, whole] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const node of nodes) {
    const milliseconds = (own.get(node.id) ?? 0) / 1000;
    if (milliseconds === 0 || node.callFrame.functionName === IDLE) continue;
    const stack = stackOf(node);
    const script = stack.find(({ callFrame }) => callFrame.url !== '') ?? node;
    add(rooms, roomOf(script.callFrame), milliseconds);
    add(functions, ownName(node, script), milliseconds);
    for (const name of new Set(stack.filter(isScript).map(nameOf))) add(whole, name, milliseconds);
  }
  return { rooms, functions, whole };
}

/** How long each function was the one that ran. A sample lasts until the next. */
function ownMicroseconds(samples: readonly number[], deltas: readonly number[]): ReadonlyMap<number, number> {
  const own = new Map<number, number>();
  for (const [index, id] of samples.entries()) add(own, id, deltas[index + 1] ?? 0);
  return own;
}

/** Of a function: itself, who called it, who called that, and so on. */
function stacks(nodes: readonly Node[]): (node: Node) => readonly Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [byId.get(child), node])));
  return (node) => {
    const stack: Node[] = [];
    for (let at: Node | undefined = node; at; at = callers.get(at)) stack.push(at);
    return stack;
  };
}

function isScript({ callFrame }: Node): boolean {
  return callFrame.url !== '';
}

function ownName(node: Node, script: Node): string {
  if (!isScript(script)) return roomOf(node.callFrame);
  const within = node === script ? '' : `${node.callFrame.functionName || 'built in'} of `;
  return within + nameOf(script);
}

function nameOf({ callFrame }: Node): string {
  const file = callFrame.url.split('/').at(-1)!;
  return `${callFrame.functionName || `line ${callFrame.lineNumber + 1}`} (${file}, ${roomOf(callFrame)})`;
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
