import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Term } from './purposes.ts';

/** What agencies vouch for of their viewers, from `schema/viewers.yaml`. */
export interface ViewerTerms {
  readonly roles: ReadonlyMap<string, Term>;
  readonly trainings: ReadonlyMap<string, Term>;
  /** From the lowest to the highest. */
  readonly clearances: ReadonlyMap<string, Term>;
}

function readViewerTerms(yaml: string): ViewerTerms {
  const terms = parse(yaml) as Record<keyof ViewerTerms, Term[]>;
  const byCode = (list: readonly Term[]) => new Map(list.map((term) => [term.code, term]));
  return { roles: byCode(terms.roles), trainings: byCode(terms.trainings), clearances: byCode(terms.clearances) };
}

/** The terms that this package ships. */
export const viewerTerms: ViewerTerms = readViewerTerms(
  readFileSync(new URL('./viewers.yaml', import.meta.url), 'utf8'),
);

/** Whether a clearance is at least as high as another. One that nobody knows is not. */
export function clears(held: string | undefined, required: string, { clearances }: ViewerTerms = viewerTerms): boolean {
  const ranks = [...clearances.keys()];
  const rank = held === undefined ? -1 : ranks.indexOf(held);
  return ranks.includes(required) && rank >= ranks.indexOf(required);
}
