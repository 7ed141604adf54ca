import type { Pool } from 'pg';
import { INDEX_ERRORS, refuse } from '../../errors.ts';
import { sql } from '../../../kit/sql/fragments.ts';
import { mergeOf } from '../merge.ts';
import { advance, booked, type Booked } from './book.ts';
import { alone, rowsOf, type Connection } from './connection.ts';
import type { Lines, Refused } from './request.ts';
import { INCOMING, stage, stagedText, type Staged } from './stage.ts';
import { Turns } from './turns.ts';

/**
 * Takes in lines of a load, each once: lines that come again are passed over. A line on a pointer of another agency is
 * refused, the others are taken in; and what has changed since the load began stays as it is. Lines that come while those
 * before them are merged are read and copied in meanwhile.
 * @returns how far the index has come
 * @throws DeclaredError `LOAD_OUT_OF_STEP`
 */
export function takeIn(pool: Pool, lines: Lines): Promise<Booked> {
  const staged = stagedText(lines.entries);
  const merge = async (connection: Connection): Promise<Booked> => {
    const { agency, load, from, until } = lines;
    const book = await booked(connection, agency, load);
    if (book.lines >= until || book.finishedAt) return book;
    if (book.lines !== from) refuse(INDEX_ERRORS.LOAD_OUT_OF_STEP, 'the index has come elsewhere with this load');
    const refused = [...lines.refused, ...(await write(connection, agency, staged, book.begunAt))];
    const rejected = lines.rejected + refused.length;
    const lastRefused = [...book.lastRefused.filter(({ line }) => line > lines.kept), ...refused];
    await advance(connection, lines, rejected, lastRefused);
    return { ...book, lines: until, rejected: book.rejected + rejected, lastRefused };
  };
  return TURNS.take(`${lines.agency} ${lines.load}`, (turn) =>
    alone(pool, lines.agency, merge, async (connection) => {
      await stage(connection, staged);
      await turn;
    }),
  );
}

const TURNS = new Turns();

async function write(
  connection: Connection,
  agency: string,
  staged: Staged,
  begunAt: Date,
): Promise<readonly Refused[]> {
  if (staged.count === 0) return [];
  const dropped = await drop(connection, agency, begunAt);
  const { clear, pointers, selectors } = mergeOf(agency, INCOMING, sql`${begunAt}`);
  await rowsOf(connection, clear);
  const { rowCount } = await connection.query(pointers.text, [...pointers.values]);
  if (rowCount !== staged.count - dropped.length) refuse(INDEX_ERRORS.LOAD_OUT_OF_STEP, 'another agency was first');
  await rowsOf(connection, selectors);
  return dropped.filter(({ foreign }) => foreign).map(({ line }) => ({ line: Number(line), why: FOREIGN }));
}

const FOREIGN = 'FOREIGN_POINTER: the id is that of another agency’s object, or of one of another type';

interface Dropped {
  readonly line: string;
  readonly foreign: boolean;
}

/**
 * Takes out of the staged lines what is not the agency's to write, and what the index knows better by now.
 * INVARIANT: what a load wrote is dated to its beginning. So whatever is dated later came in otherwise since then.
 */
async function drop(connection: Connection, agency: string, begunAt: Date): Promise<readonly Dropped[]> {
  const dropped = await rowsOf<Dropped>(
    connection,
    sql`SELECT line, pointer.originator <> ${agency} OR pointer.type::text <> told.type
        OR once.originator <> ${agency} OR once.type::text <> told.type AS foreign
      FROM ${INCOMING} AS told
      LEFT JOIN pointer ON pointer.id = told.id
      LEFT JOIN once_owned AS once ON once.id = told.id
      LEFT JOIN withdrawn_during_load AS withdrawn ON withdrawn.agency = ${agency} AND withdrawn.id = told.id
      WHERE pointer.originator <> ${agency} OR pointer.type::text <> told.type
        OR once.originator <> ${agency} OR once.type::text <> told.type
        OR pointer.changed_at > ${begunAt} OR once.withdrawn_at > ${begunAt} OR withdrawn.withdrawn_at > ${begunAt}`,
  );
  const lines = dropped.map(({ line }) => line);
  if (lines.length > 0) await rowsOf(connection, sql`DELETE FROM ${INCOMING} WHERE line = ANY(${lines}::bigint[])`);
  return dropped;
}
