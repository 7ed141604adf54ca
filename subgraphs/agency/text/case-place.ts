import { raw } from '../../kit/sql/fragments.ts';
import type { LabelColumn } from '../../kit/sql/label-column.ts';
import type { Place } from '../../kit/sql/place.ts';

/** Where the labels of a case are in its row, by label name. */
export const CASE_LABELS: ReadonlyMap<string, LabelColumn> = new Map<string, LabelColumn>([
  ['reference', { column: '"id"', kind: 'id' }],
  ['status', { column: '"status"::text', kind: 'text' }],
  ['crimeAreas', { column: `coalesce("crimeAreas", '{}')`, kind: 'list' }],
  ['program', { column: '"program"', kind: 'text' }],
  ['office', { column: '"office"', kind: 'text' }],
  ['openedOn', { column: '"openedOn"', kind: 'date' }],
  ['closedOn', { column: '"closedOn"', kind: 'date' }],
  ['districts', { column: `coalesce("districts", '{}')`, kind: 'list' }],
]);

/** A case, where a query has its row: nothing encloses it, and of none of its labels is it known that there is none. */
export const CASE_PLACE: Place = [{ type: 'Case', labels: CASE_LABELS, isAbsent: () => raw('FALSE') }];
