import { sql, type Sql } from '../sql/fragments.ts';
import { COMMON } from './common-sql.ts';

/** A selector that more cases of an agency share tells nothing of any of them: it makes no leads to these, or from them. */
export const MOST_CASES = 200;

/** Nor does one under which the agency has more, of whatever kind: no look at a case is without bound. */
export const MOST_ENTRIES = 1_000;

/**
 * Writes the leads that follow from cases: for each of two agencies whose cases have something in common, the one that it
 * has. What is there already stays, and learns of further districts.
 *
 * INVARIANT: what is written depends on what agencies contributed, and on no agreement: who may see a lead is decided
 * when somebody asks. A lead in a new district follows from the cases of the two agencies alone: a third one's, which they
 * may not know, neither makes nor hides one.
 *
 * Driven from the selectors of the cases: each is looked up in the one partition that has it.
 */
export function findLeadsSql(cases: readonly string[]): Sql {
  return sql`
    WITH ${underSelectorsOf(cases)}, of_subjects AS (
      SELECT mine.id AS one, kept.pointer AS other, mine.originator AS agency, kept.originator AS contributor,
        mine.districts AS districts, kept.districts AS other_districts, array_agg(DISTINCT blind) AS blinds, ${COMMON}
      FROM mine JOIN telling USING (blind, originator) JOIN kept USING (blind)
      WHERE kept.originator <> mine.originator
      GROUP BY 1, 2, 3, 4, 5, 6, mine.subject, kept.subject
    ), pair AS (
      SELECT one, other, agency, contributor, districts, other_districts, selector, organization, blinds
      FROM of_subjects WHERE selector OR organization
    ), side AS (
      SELECT one AS own_case, other AS other_case, agency, contributor, other_districts AS theirs, selector, organization,
        blinds FROM pair
      UNION ALL SELECT other, one, contributor, agency, districts, selector, organization, blinds FROM pair
    ), known AS (
      SELECT blind, originator, district FROM kept CROSS JOIN LATERAL unnest(districts) AS district
      UNION SELECT blind, originator, district FROM mine CROSS JOIN LATERAL unnest(districts) AS district
    ), district AS (
      SELECT own_case, other_case, agency, contributor, array_agg(DISTINCT told.district ORDER BY told.district) AS districts
      FROM side CROSS JOIN LATERAL unnest(theirs) AS told (district)
      WHERE NOT EXISTS (
        SELECT FROM known WHERE known.originator = side.agency AND known.district = told.district
          AND known.blind = ANY (side.blinds))
      GROUP BY own_case, other_case, agency, contributor
    ), made AS (
      SELECT 'SHARED_SELECTOR' AS rule, agency, contributor, own_case, other_case, '{}'::text[] AS districts
      FROM side WHERE selector
      UNION SELECT 'SHARED_ORGANIZATION', agency, contributor, own_case, other_case, '{}' FROM side WHERE organization
      UNION SELECT 'NEW_DISTRICT', agency, contributor, own_case, other_case, districts FROM district
    )
    INSERT INTO lead (rule, agency, contributor, own_case, other_case, new_districts)
    SELECT rule, agency, contributor, own_case, other_case, districts FROM made ORDER BY own_case, other_case, rule
    ON CONFLICT (own_case, other_case, rule) DO UPDATE
    SET new_districts = ARRAY(SELECT DISTINCT unnest(lead.new_districts || EXCLUDED.new_districts) ORDER BY 1)
    WHERE NOT lead.new_districts @> EXCLUDED.new_districts`;
}

/**
 * The cases that are looked at (`mine`), and what each agency has under their selectors (`kept`, of those that tell
 * something: `telling`).
 */
function underSelectorsOf(cases: readonly string[]): Sql {
  return sql`
    mine AS MATERIALIZED (
      SELECT looked.id, told.originator, told.districts, own.blind, own.subject
      FROM unnest(${[...cases]}::uuid[]) AS looked (id)
      CROSS JOIN LATERAL (
        SELECT originator, districts, blinds FROM pointer WHERE pointer.id = looked.id AND type = 'CASE' LIMIT 1) AS told
      CROSS JOIN LATERAL (SELECT DISTINCT unnest(told.blinds) AS blind) AS led
      CROSS JOIN LATERAL (
        SELECT DISTINCT selector.blind, selector.subject FROM selector
        WHERE selector.blind = led.blind AND selector.originator = told.originator AND selector.pointer = looked.id
        LIMIT ${MOST_ENTRIES}::int) AS own
    ), under AS MATERIALIZED (
      SELECT key.blind, entry.pointer, entry.source, entry.subject, told.originator, told.districts
      FROM (SELECT DISTINCT blind FROM mine) AS key
      CROSS JOIN contribution AS whose
      CROSS JOIN LATERAL (
        SELECT *, count(*) OVER () AS entries FROM (
          SELECT selector.pointer, selector.source, selector.subject FROM selector
          WHERE selector.blind = key.blind AND selector.originator = whose.agency
          ORDER BY selector.pointer, selector.source, selector.subject LIMIT ${MOST_ENTRIES + 1}::int) AS led) AS entry
      CROSS JOIN LATERAL (
        SELECT originator, districts FROM pointer WHERE pointer.id = entry.pointer AND type = 'CASE' LIMIT 1) AS told
      WHERE entry.entries <= ${MOST_ENTRIES}::int
    ), telling AS (
      SELECT blind, originator FROM under GROUP BY blind, originator HAVING count(DISTINCT pointer) <= ${MOST_CASES}::int
    ), kept AS (
      SELECT under.* FROM under JOIN telling USING (blind, originator)
    )`;
}

/**
 * Takes leads away that cases no longer lead to: those on a case that is not there, and those that nobody has answered
 * and of which nothing is left in common. Under keys of two epochs nothing is comparable: they stay until it is.
 */
export function dropLeadsSql(cases: readonly string[]): Sql {
  const ids = [...cases];
  return sql`
    DELETE FROM lead WHERE id IN (
      SELECT lead.id FROM (
        SELECT * FROM lead WHERE own_case = ANY(${ids}::uuid[]) UNION SELECT * FROM lead WHERE other_case = ANY(${ids}::uuid[])
      ) AS lead
      LEFT JOIN pointer AS own ON own.id = lead.own_case
      LEFT JOIN pointer AS other ON other.id = lead.other_case
      WHERE own.id IS NULL OR other.id IS NULL OR (
        lead.status = 'NEW' AND NOT own.blinds && other.blinds
        AND (own.epoch = other.epoch OR own.epoch IS NULL OR other.epoch IS NULL)))`;
}
