import { neighboursOf, whyInWords } from './neighbours.ts';
import { fullName, type NodeNames } from './names.ts';
import type { Graph, Node } from './profile.ts';

/** A node and whom it is joined with, in a sentence for each way in which it is. */
export function nodeInWords(node: Node, graph: Graph, names: NodeNames): string {
  return [`${fullName(names, node.key)}, ${KINDS[node.kind]}.`, ...joinedInWords(node, graph, names)].join(' ');
}

const KINDS = {
  MEMBER: 'of the profile',
  ASSOCIATE: 'who appears with some of them',
  SELECTOR: 'that several have',
} as const;

/** Whom a node is joined with, a sentence for each way. */
export function joinedInWords(node: Node, graph: Graph, names: NodeNames): readonly string[] {
  const byWhy = new Map<string, string[]>();
  for (const neighbour of neighboursOf(graph, node.key)) {
    const why = whyInWords(neighbour, node.kind === 'SELECTOR');
    byWhy.set(why, [...(byWhy.get(why) ?? []), fullName(names, neighbour.key)]);
  }
  return [...byWhy].map(([why, others]) => `${why.charAt(0).toUpperCase()}${why.slice(1)}: ${others.join(', ')}.`);
}
