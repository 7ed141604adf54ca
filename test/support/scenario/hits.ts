import type { Seen } from './seen.ts';

/** A hit as tests read it. */
export interface SeenHit {
  readonly disclosure?: string;
  readonly originator: { readonly code: string };
  readonly record?: unknown;
  readonly case?: unknown;
  readonly liaisonContact?: unknown;
  readonly contact?: unknown;
}

type Root = 'records' | 'cases' | 'liaisonContacts';

const OBJECT = { records: 'record', cases: 'case', liaisonContacts: 'liaisonContact' } as const;

/** The hits of an answer, in order. The query asks `originator { code }` of each. */
export function hitsIn({ data }: Pick<Seen, 'data'>, root: Root = 'records'): readonly SeenHit[] {
  const roots: Partial<Record<Root, { readonly edges: readonly { readonly node: SeenHit }[] }>> = data;
  return (roots[root]?.edges ?? []).map(({ node }) => node);
}

/** What hits point to, by originator; the order in which they were listed does not count. */
export function foundIn(answer: Pick<Seen, 'data'>, root: Root = 'records'): Readonly<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const hit of hitsIn(answer, root)) (found[hit.originator.code] ??= []).push(hit[OBJECT[root]]);
  for (const objects of Object.values(found)) objects.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return found;
}

/** A query for all records, with this selection on each. */
export const recordsWith = (selection: string) =>
  `{ records { edges { node { originator { code } record { ${selection} } } } } }`;

/** A query for all cases, with this selection on each. */
export const casesWith = (selection: string) =>
  `{ cases { edges { node { originator { code } case { ${selection} } } } } }`;
