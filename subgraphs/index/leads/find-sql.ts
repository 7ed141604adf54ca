import { sql, type Sql } from '../../kit/sql/fragments.ts';
import { COMMON } from './common-sql.ts';
import { MOST_CASES, MOST_ENTRIES } from './telling-sql.ts';

/**
 * Writes the leads that may follow from cases: for each of two agencies whose cases have something in common, the one that
 * it may have. What is there already stays.
 *
 * INVARIANT: what is written depends on what agencies contributed, and on no agreement: who may see a lead, and whether
 * there is one by what they may know, is decided when somebody asks. So everything is written that may be one to anybody:
 * whatever else the two have in common, only a district that the own case is not in can be a new one.
 * INVARIANT: nothing that is shown of a lead says since when, or by how much, the two have something in common: its id is
 * the same whenever it is found, and its place is that of the later of the two cases.
 *
 * Driven from the selectors of the cases: each is looked up in the one partition that has it.
 */
export function findLeadsSql(cases: readonly string[]): Sql {
  return sql`
    WITH ${underSelectorsOf(cases)}, of_subjects AS (
      SELECT mine.id AS one, kept.pointer AS other, mine.originator AS agency, kept.originator AS contributor,
        mine.districts AS districts, kept.districts AS other_districts, greatest(mine.came, kept.came) AS came, ${COMMON}
      FROM mine JOIN telling USING (blind, originator) JOIN kept USING (blind)
      WHERE kept.originator <> mine.originator
      GROUP BY 1, 2, 3, 4, 5, 6, 7, mine.subject, kept.subject
    ), pair AS (
      SELECT one, other, agency, contributor, districts, other_districts, came, selector, organization
      FROM of_subjects WHERE selector OR organization
    ), side AS (
      SELECT one AS own_case, other AS other_case, agency, contributor, districts AS ours, other_districts AS theirs, came,
        selector, organization FROM pair
      UNION SELECT other, one, contributor, agency, other_districts, districts, came, selector, organization FROM pair
    ), made AS (
      SELECT 'SHARED_SELECTOR' AS rule, agency, contributor, own_case, other_case, came FROM side WHERE selector
      UNION SELECT 'SHARED_ORGANIZATION', agency, contributor, own_case, other_case, came FROM side WHERE organization
      UNION SELECT 'NEW_DISTRICT', agency, contributor, own_case, other_case, came FROM side
      WHERE NOT coalesce(theirs, '{}') <@ coalesce(ours, '{}')
    )
    INSERT INTO lead (id, arrived, rule, agency, contributor, own_case, other_case)
    SELECT ${LEAD_ID}, coalesce(came, 0), rule, agency, contributor, own_case, other_case
    FROM made CROSS JOIN lead_secret ORDER BY own_case, other_case, rule
    ON CONFLICT DO NOTHING`;
}

/** A random UUID to everybody who does not know the secret. */
const LEAD_ID = sql`overlay(overlay(
  left(encode(sha256(convert_to(concat_ws(' ', secret, own_case, other_case, rule), 'UTF8')), 'hex'), 32)
  PLACING '4' FROM 13) PLACING 'a' FROM 17)::uuid`;

/**
 * The cases that are looked at (`mine`), and what each agency has under their selectors (`kept`, of those that tell
 * something: `telling`).
 */
function underSelectorsOf(cases: readonly string[]): Sql {
  return sql`
    mine AS MATERIALIZED (
      SELECT looked.id, told.originator, told.districts, told.came, own.blind, own.subject
      FROM unnest(${[...cases]}::uuid[]) AS looked (id)
      CROSS JOIN LATERAL (
        SELECT originator, districts, came, blinds FROM pointer WHERE pointer.id = looked.id AND type = 'CASE' LIMIT 1) AS told
      CROSS JOIN LATERAL (SELECT DISTINCT unnest(told.blinds) AS blind) AS led
      CROSS JOIN LATERAL (
        SELECT DISTINCT selector.blind, selector.subject FROM selector
        WHERE selector.blind = led.blind AND selector.originator = told.originator AND selector.pointer = looked.id
        LIMIT ${MOST_ENTRIES}::int) AS own
    ), under AS MATERIALIZED (
      SELECT key.blind, entry.pointer, entry.source, entry.subject, told.originator, told.districts, told.came
      FROM (SELECT DISTINCT blind FROM mine) AS key
      CROSS JOIN contribution AS whose
      CROSS JOIN LATERAL (
        SELECT *, count(*) OVER () AS entries FROM (
          SELECT selector.pointer, selector.source, selector.subject FROM selector
          WHERE selector.blind = key.blind AND selector.originator = whose.agency
          ORDER BY selector.pointer, selector.source, selector.subject LIMIT ${MOST_ENTRIES + 1}::int) AS led) AS entry
      CROSS JOIN LATERAL (
        SELECT originator, districts, came FROM pointer WHERE pointer.id = entry.pointer AND type = 'CASE' LIMIT 1) AS told
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
