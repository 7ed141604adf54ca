import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A crime area or a use, from `schema/purposes.yaml`. */
export interface Term {
  readonly code: string;
  readonly name: string;
  /** The wider term that it lies under. */
  readonly under?: string;
  /** The same idea in the W3C Data Privacy Vocabulary, where it has one: `dpv:Counterterrorism`. */
  readonly dpv?: string;
}

/**
 * Stages of an exchange, each with what the one before it opens: a search hits; the requester's own staff confirms the
 * match; core data for a stated offence; what the originator releases on request.
 */
export const STAGES = ['hit', 'match', 'core-data', 'follow-up'] as const;
export type Stage = (typeof STAGES)[number];

/** The taxonomy of purposes. */
export interface Purposes {
  readonly areas: ReadonlyMap<string, Term>;
  readonly uses: ReadonlyMap<string, Term>;
  /** Kinds of search that quotas tell apart. */
  readonly searches: ReadonlyMap<string, Term>;
}

/** What a request is for. */
export interface Purpose {
  /** Crime area and use, codes of the taxonomy. */
  readonly area: string;
  readonly use: string;
  /** The viewer's own case number. */
  readonly case: string;
  /** Kind of search. */
  readonly search?: string;
  /** Absent: `hit`. */
  readonly stage?: Stage;
  /** Ids of objects whose match the viewer's own staff has confirmed. From the stage `match` on. Sorted. */
  readonly matches?: readonly string[];
  /** The offence under investigation. From the stage `core-data` on. */
  readonly offence?: Offence;
  /** Number of the request that the originator has released. At the stage `follow-up`. */
  readonly request?: string;
  /** Why life is in danger. For the use `threat-to-life`. */
  readonly justification?: string;
}

/** An offence under the law of the viewer's agency. */
export interface Offence {
  /** As that law cites it: `18 USC 1591`. */
  readonly code: string;
  /** The longest sentence that the law provides, in months. */
  readonly maxPenaltyMonths: number;
}

/** Reads the taxonomy from YAML text. */
function readPurposes(yaml: string): Purposes {
  const { areas, uses, searches } = parse(yaml) as Record<'areas' | 'uses' | 'searches', Term[]>;
  return { areas: byCode(areas), uses: byCode(uses), searches: byCode(searches) };
}

function byCode(terms: readonly Term[]): ReadonlyMap<string, Term> {
  return new Map(terms.map((term) => [term.code, term]));
}

/** The taxonomy that this package ships. */
export const purposes: Purposes = readPurposes(readFileSync(new URL('./purposes.yaml', import.meta.url), 'utf8'));

/** The term and every wider one: a clause that opens any of them opens the term. */
export function selfAndWider(terms: ReadonlyMap<string, Term>, code: string): readonly string[] {
  const term = terms.get(code);
  if (!term) return [];
  return [code, ...(term.under ? selfAndWider(terms, term.under) : [])];
}
