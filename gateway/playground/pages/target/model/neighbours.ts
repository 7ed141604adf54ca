import type { Edge, Graph } from './profile.ts';

/** Whom a node is joined with, and why. */
export interface Neighbour {
  readonly key: string;
  readonly why: Edge['why'];
}

/** The neighbours of a node, in the order of the edges. */
export function neighboursOf({ edges }: Graph, key: string): readonly Neighbour[] {
  return edges.flatMap(({ from, to, why }) => {
    if (from === key) return [{ key: to, why }];
    return to === key ? [{ key: from, why }] : [];
  });
}

/** Whether an edge ends at a node. */
export function touches({ from, to }: Edge, key: string): boolean {
  return from === key || to === key;
}

/** Neighbours in words, by what joins them: a selector does not have those who have it. */
export function whyInWords({ why }: Neighbour, isSelector: boolean): string {
  if (why === 'HAS' && isSelector) return 'is had by';
  return WHYS[why];
}

const WHYS: Readonly<Record<Edge['why'], string>> = {
  SAME: 'is taken for the same as',
  POSSIBLY_THE_SAME: 'is possibly the same as',
  APPEARS_WITH: 'appears with',
  HAS: 'has',
};
