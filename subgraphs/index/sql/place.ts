import { LABEL_COLUMNS, type Family, type LabelColumn } from '../columns.ts';
import { SUBJECT_LABELS, type SubjectType } from '../subjects.ts';
import { raw, sql, type Sql } from './fragments.ts';

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

/** A pointer: nothing encloses it. */
export function pointerPlace(family: Family): Place {
  return PLACES[family];
}

/** A subject of a pointer, where a query has the subject's columns (`subjectSql`) beside the pointer's. */
export function subjectPlace(type: SubjectType, family: Family): Place {
  const isAbsent = (label: string) => sql`subject_labels -> ${raw(`'${label}'`)} = 'null'::jsonb`;
  return [{ type, labels: SUBJECT_LABELS[type], isAbsent }, ...pointerPlace(family)];
}

function placeOf(family: Family): Place {
  return [{ type: family, labels: LABEL_COLUMNS[family], isAbsent: (label) => sql`${label} = ANY(absent)` }];
}

const PLACES: Readonly<Record<Family, Place>> = {
  Record: placeOf('Record'),
  Case: placeOf('Case'),
  LiaisonContact: placeOf('LiaisonContact'),
};
