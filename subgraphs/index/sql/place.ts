import type { Place } from '../../kit/sql/place.ts';
import { LABEL_COLUMNS, type Family } from '../columns.ts';
import { SUBJECT_LABELS, type SubjectType } from '../subjects.ts';
import { raw, sql } from '../../kit/sql/fragments.ts';

export type { Place };

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
