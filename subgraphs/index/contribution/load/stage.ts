import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { raw } from '../../../kit/sql/fragments.ts';
import { ROW_COLUMNS, rowOf } from '../row.ts';
import type { Connection } from './connection.ts';
import { copyText } from './copy-text.ts';
import type { LineEntry } from './request.ts';

/** The table of a connection into which lines are copied before they are merged; empty when a transaction begins. */
export const INCOMING = raw('incoming_lines');

const NAMES = ROW_COLUMNS.map(({ name }) => name);
const COLUMNS = ROW_COLUMNS.map(({ name, type }) => `${name} ${type}`).join(', ');
const MAKE = `CREATE TEMPORARY TABLE IF NOT EXISTS incoming_lines (line bigint, ${COLUMNS}) ON COMMIT DELETE ROWS`;

/** A few thousand rows of a new table, of which the planner knows nothing, are never worth reading a whole index for. */
const LOOK_UP = 'SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off';
const COPY = `COPY incoming_lines (line, ${NAMES.join(', ')}) FROM STDIN`;

/** Lines as they are copied in. */
export interface Staged {
  readonly count: number;
  readonly text: string;
}

/** Writes lines as they are copied in, before anybody waits for it. Of several lines on one object the last counts. */
export function stagedText(entries: readonly LineEntry[]): Staged {
  const last = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  return { count: last.length, text: last.map(textOf).join('') };
}

/** Copies lines into the connection's own table. */
export async function stage(connection: Connection, { count, text }: Staged): Promise<void> {
  if (count === 0) return;
  await connection.query(`${MAKE}; ${LOOK_UP}`);
  const copy = connection.query(copyFrom(COPY));
  copy.end(text);
  await finished(copy);
}

function textOf({ line, ...entry }: LineEntry): string {
  const row = rowOf(entry);
  return copyText([line, ...NAMES.map((name) => (name === 'subjects' ? JSON.stringify(row[name]) : row[name]))]);
}
