import { TOLD_OF_SUBJECTS } from '../subjects.ts';
import { raw, sql, type Sql } from '../../kit/sql/fragments.ts';

const TYPES = { text: 'text', date: 'date', boolean: 'boolean', list: 'text[]' } as const;

const TOLD = raw(
  Object.values(TOLD_OF_SUBJECTS)
    .flatMap((labels) => [...labels.values()].map(({ column, kind }) => `${column} ${TYPES[kind]}`))
    .join(', '),
);

/**
 * A relation of one row: a subject of the pointer whose `subjects` a query has at hand, as `subject_id`, `subject_labels`
 * and a column for each label. Everything is NULL where `place` is.
 */
export function subjectSql(place: Sql): Sql {
  return sql`(
    SELECT (told.one ->> 'id')::uuid AS subject_id, told.one -> 'labels' AS subject_labels, label.*
    FROM (SELECT subjects -> (${place})::int AS one) AS told
    CROSS JOIN LATERAL jsonb_to_record(told.one -> 'labels') AS label (${TOLD}))`;
}
