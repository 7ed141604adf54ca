import { sql, type Sql } from '../../kit/sql/fragments.ts';

/** After the first failure; after each further one four times as long. */
const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 86_400;

/** Sets a case aside at which a look failed: until later, and the longer, the more often it did. */
export function setAsideSql(id: string, agency: string): Sql {
  return sql`
    INSERT INTO lead_set_aside AS known (case_id, agency, failures, again_at)
    VALUES (${id}::uuid, ${agency}, 1, now() + make_interval(secs => ${FIRST_WAIT_SECONDS}::int))
    ON CONFLICT (case_id) DO UPDATE SET failures = known.failures + 1, again_at = now() + make_interval(
      secs => least(${LONGEST_WAIT_SECONDS}::int, ${FIRST_WAIT_SECONDS}::int * power(4, least(known.failures, 10))))`;
}

/** Puts those down again that have waited for long enough. How often they failed is kept until a look does not. */
export function putDownAgainSql(): Sql {
  return sql`
    WITH due AS (
      UPDATE lead_set_aside SET again_at = now() + make_interval(secs => ${LONGEST_WAIT_SECONDS}::int)
      WHERE again_at <= now() RETURNING case_id, agency)
    INSERT INTO lead_due (case_id, agency) SELECT case_id, agency FROM due`;
}

/** Cases at which a look is done are no longer set aside. */
export function takenUpSql(cases: readonly string[]): Sql {
  return sql`DELETE FROM lead_set_aside WHERE case_id = ANY (${[...cases]}::uuid[])`;
}
