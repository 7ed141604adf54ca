import type { IndexRequest } from '../request.ts';

/** Who asks, with what is vouched for them, and what for: what is given out for one is good for no other. */
export function viewerAndPurpose({ caller }: Pick<IndexRequest, 'caller'>): readonly [Pairs, Pairs] {
  const { name: _, ...viewer } = caller.viewer;
  return [canonical(viewer), canonical(caller.purpose)];
}

type Pairs = readonly (readonly [string, unknown])[];

/** In the order of names, so that nothing depends on who wrote it. */
function canonical(value: object = {}): Pairs {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
