import { sql, type Sql } from '../../kit/sql/fragments.ts';
import { COMMON } from './common-sql.ts';
import { MOST_ENTRIES } from './telling-sql.ts';

/**
 * The districts of the other case of `lead` in which its agency has no case on the target: none with enough of these
 * selectors. Those stay of which an officer has answered the lead, though the agency has a case there since.
 *
 * INVARIANT: it is decided by selectors that the viewer may be told of, and by the agency's own cases. Were it by all that
 * the two cases have in common, whether a district is new would say what else that is.
 * `(NULL, district)`, for leads that there are by this alone.
 * @param blinds an array of selectors that one subject of the other case has in common with one of the own case
 * @param theirs the districts of the other case
 */
export function novelSql(blinds: Sql, theirs: Sql): Sql {
  return sql`
    SELECT NULL, place.district FROM unnest(${theirs}) AS place (district)
    WHERE lead.rule = 'NEW_DISTRICT' AND (place.district = ANY (lead.new_districts) OR NOT place.district = ANY (coalesce(own.districts, '{}') || ARRAY(
      SELECT unnest(ours.districts) FROM (
        SELECT pointer FROM (
          SELECT entry.pointer, ${COMMON} FROM unnest(${blinds}) AS key (blinded)
          CROSS JOIN LATERAL (
            SELECT selector.blind, selector.pointer, selector.source, selector.subject FROM selector
            WHERE selector.blind = key.blinded AND selector.originator = lead.agency
            ORDER BY selector.pointer, selector.source, selector.subject LIMIT ${MOST_ENTRIES}::int) AS entry
          GROUP BY entry.pointer, entry.subject
        ) AS held WHERE selector OR organization
      ) AS target
      CROSS JOIN LATERAL (
        SELECT districts FROM pointer WHERE pointer.id = target.pointer AND type = 'CASE' LIMIT 1) AS ours)))`;
}
