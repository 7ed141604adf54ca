import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A crime area or a use, from `schema/purposes.yaml`. */
export interface Term {
  readonly code: string;
  readonly name: string;
  /** The wider term that it lies under. */
  readonly under?: string;
}

/** The taxonomy of purposes. */
export interface Purposes {
  readonly areas: ReadonlyMap<string, Term>;
  readonly uses: ReadonlyMap<string, Term>;
}

/** What a request is for: crime area, use, and the viewer's own case number. */
export interface Purpose {
  readonly area: string;
  readonly use: string;
  readonly case: string;
}

/** Reads the taxonomy from YAML text. */
function readPurposes(yaml: string): Purposes {
  const { areas, uses } = parse(yaml) as { areas: Term[]; uses: Term[] };
  return { areas: new Map(areas.map((term) => [term.code, term])), uses: new Map(uses.map((term) => [term.code, term])) };
}

/** The taxonomy that this package ships. */
export const purposes: Purposes = readPurposes(readFileSync(new URL('./purposes.yaml', import.meta.url), 'utf8'));

/** The term and every wider one: a clause that opens any of them opens the term. */
export function selfAndWider(terms: ReadonlyMap<string, Term>, code: string): readonly string[] {
  const term = terms.get(code);
  if (!term) return [];
  return [code, ...(term.under ? selfAndWider(terms, term.under) : [])];
}
