import type { Sql } from './fragments.ts';
import type { LabelColumn } from './label-column.ts';

/** An object whose labels a query has at hand. */
export interface Labelled {
  /** Its contract type. */
  readonly type: string;
  readonly labels: ReadonlyMap<string, LabelColumn>;
  /** True where it is known that the object has none; false or NULL elsewhere. */
  readonly isAbsent: (label: string) => Sql;
}

/** The object of which a condition is asked, and what encloses it, nearest first. */
export type Place = readonly Labelled[];
