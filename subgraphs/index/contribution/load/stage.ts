import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { raw } from '../../sql/fragments.ts';
import { ROW_COLUMNS, rowOf } from '../row.ts';
import type { Connection } from './connection.ts';
import { copyText } from './copy-text.ts';
import type { LineEntry } from './request.ts';

/** The table of a connection into which lines are copied before they are merged; empty when a transaction begins. */
export const INCOMING = raw('incoming_lines');

const NAMES = ROW_COLUMNS.map(({ name }) => name);
const COLUMNS = ROW_COLUMNS.map(({ name, type }) => `${name} ${type}`).join(', ');
const MAKE = `CREATE TEMPORARY TABLE IF NOT EXISTS incoming_lines (line bigint, ${COLUMNS}) ON COMMIT DELETE ROWS`;
const COPY = `COPY incoming_lines (line, ${NAMES.join(', ')}) FROM STDIN`;

/** Copies lines into the connection's own table. Of several lines on one object the last counts. */
export async function stage(connection: Connection, entries: readonly LineEntry[]): Promise<void> {
  const last = new Map(entries.map((entry) => [entry.id, entry]));
  await connection.query(MAKE);
  const copy = connection.query(copyFrom(COPY));
  copy.end([...last.values()].map(textOf).join(''));
  await finished(copy);
}

function textOf({ line, ...entry }: LineEntry): string {
  const row = rowOf(entry);
  return copyText([line, ...NAMES.map((name) => (name === 'subjects' ? JSON.stringify(row[name]) : row[name]))]);
}
