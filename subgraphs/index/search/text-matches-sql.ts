import { textFieldsOf } from '../../../schema/text-search.ts';
import { POINTER_TYPES } from '../columns.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { and, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { pointerPlace } from '../sql/place.ts';
import type { Audience } from './audience.ts';
import { among, shownIn } from './hits-sql.ts';
import type { TextSought } from './text-sought.ts';

/**
 * The pointers that a text leads to, as of everything else that is sought, but at no level than where they are shown. Each is
 * read by its id.
 * INVARIANT: a pointer is found by a field that is shown in full on it, by its labels here, whatever its agency says.
 */
export function textMatchesSql({ family, found }: TextSought, term: number, audiences: readonly Audience[]): Sql {
  const column = <Value>(of: (one: TextSought['found'][number]) => Value) => found.map(of);
  const shown = or(audiences.map((audience) => and([among(audience), shownByText(family, audience)])));
  return sql`
    SELECT ${term}::int AS term, pointed.id, led.found_rank AS "FULL", NULL::int AS "CONTACT", NULL::int AS "EXISTS"
    FROM unnest(${column(({ id }) => id)}::uuid[], ${column(({ originator }) => originator)}::text[],
      ${column(({ foundIn }) => foundIn.join())}::text[], ${column(({ rank }) => rank)}::int[])
      AS led (found_id, found_by, found_in, found_rank)
    CROSS JOIN LATERAL (SELECT * FROM pointer WHERE pointer.id = led.found_id LIMIT 1) AS pointed
    WHERE pointed.type = ${raw(`'${POINTER_TYPES[family]}'`)} AND pointed.originator = led.found_by AND (${shown})`;
}

function shownByText(family: TextSought['family'], { cells }: Audience): Sql {
  return or(
    textFieldsOf(family).map(([field, coordinate]) =>
      and([
        sql`${field} = ANY(string_to_array(led.found_in, ','))`,
        conditionSql(shownIn(cells, coordinate), pointerPlace(family)),
      ]),
    ),
  );
}
