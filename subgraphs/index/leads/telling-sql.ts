import { sql, type Sql } from '../../kit/sql/fragments.ts';

/** A selector that more cases of an agency share tells nothing of any of them: it makes no leads to these, or from them. */
export const MOST_CASES = 200;

/** Nor does one under which the agency has more, of whatever kind: no look at a case is without bound. */
export const MOST_ENTRIES = 1_000;

/**
 * Whether a selector tells something of the cases of an agency that have it.
 *
 * INVARIANT: it is decided alike when leads are found and when they are read. Were it only when they are found, one that
 * tells nothing would show which two cases have something else in common.
 */
export function tellingSql(blind: Sql, originator: Sql): Sql {
  const entries = sql`
    SELECT selector.pointer FROM selector WHERE selector.blind = ${blind} AND selector.originator = ${originator}
    ORDER BY selector.pointer LIMIT ${MOST_ENTRIES + 1}::int`;
  return sql`(
    SELECT CASE WHEN count(*) <= ${MOST_CASES}::int THEN TRUE WHEN count(*) > ${MOST_ENTRIES}::int THEN FALSE ELSE (
      SELECT count(*) <= ${MOST_CASES}::int FROM (SELECT DISTINCT pointer FROM (${entries}) AS entry) AS led
      CROSS JOIN LATERAL (SELECT FROM pointer WHERE pointer.id = led.pointer AND type = 'CASE' LIMIT 1) AS known
    ) END FROM (${entries}) AS entry)`;
}
