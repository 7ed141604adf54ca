import { raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import type { LabelColumn } from '../../kit/sql/label-column.ts';
import type { Place } from '../../kit/sql/place.ts';

/** Where the labels of a record are in its row, by label name. What `{}` says of a mark is known to be absent. */
export const RECORD_LABELS: ReadonlyMap<string, LabelColumn> = new Map<string, LabelColumn>([
  ['reference', { column: '"id"', kind: 'id' }],
  ['kind', { column: '"kind"::text', kind: 'text' }],
  ['crimeAreas', { column: `coalesce("crimeAreas", '{}')`, kind: 'list' }],
  ['program', { column: '"program"', kind: 'text' }],
  ['occurredOn', { column: '"occurredOn"', kind: 'date' }],
  ['recordedOn', { column: '"recordedOn"', kind: 'date' }],
  ['office', { column: '"office"', kind: 'text' }],
  ['releasableTo', { column: markedList('releasableTo'), kind: 'list' }],
  ['notReleasableTo', { column: markedList('notReleasableTo'), kind: 'list' }],
  ['originatorConsent', { column: marked('originatorConsent'), kind: 'boolean' }],
  ['notAsEvidence', { column: marked('notAsEvidence'), kind: 'boolean' }],
  ['handlingCodes', { column: markedList('codes'), kind: 'list' }],
  ['obtainedFrom', { column: `("obtainedFrom" ->> 'party')`, kind: 'text' }],
]);

/** A record, where a query has its row: nothing encloses it. */
export const RECORD_PLACE: Place = [{ type: 'Record', labels: RECORD_LABELS, isAbsent }];

/** Known to have none; of marks of handling their columns say it. */
function isAbsent(label: string): Sql {
  return label === 'obtainedFrom' ? sql`"obtainedFrom" = '{}'::jsonb` : raw('FALSE');
}

function markedList(name: string): string {
  return `(CASE WHEN "handling" = '{}'::jsonb THEN '{}'::text[]
    WHEN jsonb_typeof("handling" -> '${name}') = 'array'
    THEN ARRAY(SELECT jsonb_array_elements_text("handling" -> '${name}')) END)`;
}

function marked(name: string): string {
  return `(CASE WHEN "handling" = '{}'::jsonb THEN FALSE
    WHEN jsonb_typeof("handling" -> '${name}') = 'boolean' THEN ("handling" -> '${name}')::boolean END)`;
}
