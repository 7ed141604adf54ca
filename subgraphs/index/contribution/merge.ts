import { putDownSql } from '../leads/due.ts';
import { join, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { POINTER_COLUMNS } from './row.ts';

/** What writes rows over what the index has, in this order and in one transaction. */
export interface Merge {
  /** Takes away the selectors that lead to these pointers. */
  readonly clear: Sql;
  /** Writes the pointers. It writes as many as there are rows, or else some of them are not the agency's to write. */
  readonly pointers: Sql;
  /** Writes the selectors. */
  readonly selectors: Sql;
  /** Puts the cases among them down to be looked at for leads. */
  readonly leads: Sql;
}

const NAMES = raw(POINTER_COLUMNS.map(({ name }) => name).join(', '));
const REPLACED = join(
  POINTER_COLUMNS.map(({ name }) => raw(`${name} = EXCLUDED.${name}`)),
  ', ',
);

/**
 * How pointers and selectors are written, whether a few come through the outbox or millions in a load.
 * INVARIANT: a selector leads to a pointer exactly where the pointer names it among its `blinds`: those are taken away
 * by it, so both are written here and nowhere else.
 * @param rows a relation with `ROW_COLUMNS`, every id in it once: the name of a table, or what may stand behind FROM
 * @param changedAt to when it is dated; a load dates what it brings to its own beginning
 */
export function mergeOf(agency: string, rows: Sql, changedAt: Sql = sql`clock_timestamp()`): Merge {
  return {
    clear: clearSql(
      sql`pointer.originator = ${agency} AND pointer.id IN (SELECT incoming.id FROM ${rows} AS incoming)`,
    ),
    pointers: sql`
      INSERT INTO pointer (id, type, originator, changed_at, ${NAMES})
      SELECT id, type::"PointerType", ${agency}, ${changedAt}, ${NAMES} FROM ${rows} AS incoming
      ON CONFLICT (id) DO UPDATE SET changed_at = EXCLUDED.changed_at, ${REPLACED}
      WHERE pointer.originator = EXCLUDED.originator AND pointer.type = EXCLUDED.type`,
    selectors: sql`
      INSERT INTO selector (blind, pointer, source, subject, originator)
      SELECT told.blind, incoming.id, told.source, told.subject, ${agency} FROM ${rows} AS incoming
      CROSS JOIN LATERAL unnest(incoming.blinds, incoming.sources, incoming.subject_places)
        AS told (blind, source, subject)`,
    leads: putDownSql(rows, sql`${agency}`),
  };
}

/** Takes away the selectors that lead to pointers, each found by itself. */
export function clearSql(pointers: Sql): Sql {
  return sql`
    DELETE FROM selector USING (SELECT id, originator, unnest(blinds) AS blind FROM pointer WHERE ${pointers}) AS led
    WHERE selector.blind = led.blind AND selector.originator = led.originator AND selector.pointer = led.id`;
}

/** Puts the cases among pointers down that are to be taken away: what they led to goes with them. */
export function leaveSql(pointers: Sql): Sql {
  return putDownSql(sql`(SELECT id, type, originator FROM pointer WHERE ${pointers})`, raw('incoming.originator'));
}

/** Takes pointers away, and keeps whose they were. Their selectors are to be cleared before. */
export function withdrawSql(pointers: Sql): Sql {
  return sql`
    WITH gone AS (DELETE FROM pointer WHERE ${pointers} RETURNING id, type, originator)
    INSERT INTO once_owned (id, type, originator, withdrawn_at)
    SELECT id, type, originator, clock_timestamp() FROM gone
    ON CONFLICT (id) DO UPDATE SET withdrawn_at = EXCLUDED.withdrawn_at`;
}
