import type { Transaction } from '../store/database.ts';
import type { Found } from '../matching/found.ts';
import { meetingOf, tellings, thingsIn, type DeclaredMeeting, type InForce } from './meeting.ts';
import { openConflicts } from './open.ts';

/**
 * Acts on what was found for an agency that declared something: conflicts that it is told of are opened, for all at once;
 * what others alone are told of is laid aside, to be told to them apart from this: of one meeting, both may be.
 * INVARIANT: an agency that is not told learns nothing: whatever was found of which it is not told, the same statements
 * run, and they write the same rows: one that says that it was checked.
 */
export async function actOn(
  transaction: Transaction,
  found: readonly Found[],
  inForce: InForce,
  now: Date,
): Promise<void> {
  const shares = found.map((one) => shareOut(meetingOf(one), inForce));
  const silent = shares.flatMap((share) => share.silent);
  await transaction.query('INSERT INTO checked (at, found) VALUES ($1, $2::jsonb)', [now, JSON.stringify(silent)]);
  const told = shares.flatMap((share) => share.told);
  await openConflicts(transaction, told, inForce, now);
}

/** Of what two have in common: that of which others alone are told; and, if the searcher is told of any, the rest. */
function shareOut(meeting: DeclaredMeeting, inForce: InForce) {
  const things = thingsIn(meeting).map((thing) => ({ thing, told: tellings(thing, inForce) }));
  const isSearcher = ({ agency }: { readonly agency: string }) => agency === meeting.searcher.agency;
  const silent = things.filter(({ told }) => told.length > 0 && !told.some(isSearcher));
  const others = things.filter((one) => !silent.includes(one));
  const isTold = others.some(({ told }) => told.length > 0);
  return { silent: silent.map(({ thing }) => thing), told: isTold ? others.map(({ thing }) => thing) : [] };
}

/** At once, so that one replica does not keep the others waiting. */
const MOST_CHECKED = 200;
const MOST_TOLD = 500;

interface Checked {
  readonly number: string;
  readonly found: readonly DeclaredMeeting[];
}

/**
 * Tells those who are told of what searchers are not, so many meetings at once. Several replicas may do it at once: each
 * takes others.
 * @returns whether there was anything
 */
export async function tellSilent(transaction: Transaction, inForce: InForce, now: Date): Promise<boolean> {
  const { rows } = await transaction.query<Checked>(UNTOLD, [MOST_CHECKED]);
  if (rows.length === 0) return false;
  const shares = sharesOf(rows);
  const meetings = shares.flatMap(({ tell }) => tell).filter((meeting) => tellings(meeting, inForce).length > 0);
  await openConflicts(transaction, meetings, inForce, now);
  await transaction.query(TOLD, [JSON.stringify(shares.map(({ number, rest }) => ({ number, rest }))), now]);
  return true;
}

/** What of each row is told now, and what is left of it, as far as there is room. */
function sharesOf(rows: readonly Checked[]) {
  let room = MOST_TOLD;
  return rows.flatMap(({ number, found }) => {
    if (room === 0 && found.length > 0) return [];
    const tell = found.slice(0, room);
    room -= tell.length;
    return [{ number, tell, rest: found.slice(tell.length) }];
  });
}

const UNTOLD = `
  SELECT number, found FROM checked WHERE told_at IS NULL ORDER BY number LIMIT $1 FOR UPDATE SKIP LOCKED`;

const TOLD = `
  UPDATE checked SET found = rest, told_at = CASE WHEN rest = '[]' THEN $2::timestamptz END
  FROM jsonb_to_recordset($1::jsonb) AS told (number bigint, rest jsonb) WHERE checked.number = told.number`;
