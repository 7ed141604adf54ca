import { raw, sql, type Sql } from '../../kit/sql/fragments.ts';

/** Where those listen who look at cases that are due. */
export const LEADS_CHANNEL = 'concordat_leads';

/**
 * Puts cases down to be looked at for leads, and wakes whoever looks: in the transaction that writes them, or takes them
 * away. Whatever else there is among the rows is passed over, and of them alone nobody is woken.
 * @param rows a relation with `id` and `type`
 * @param agency whose they are: an expression of such a row, `incoming`
 */
export function putDownSql(rows: Sql, agency: Sql): Sql {
  return sql`
    WITH due AS (
      INSERT INTO lead_due (case_id, agency) SELECT incoming.id, ${agency} FROM ${rows} AS incoming WHERE incoming.type::text = 'CASE'
      RETURNING number
    )
    SELECT pg_notify(${raw(`'${LEADS_CHANNEL}'`)}, '') FROM due LIMIT 1`;
}
