import type { Pool } from 'pg';
import type { Purpose } from '../../schema/purposes.ts';

/** What a disclosure disclosed of one originator. */
export interface DisclosedOf {
  readonly originator: string;
  readonly coordinates: readonly string[];
  readonly clauses: readonly string[];
}

/** A row of the ledger, as one agency may read it. */
export interface LedgerEntry {
  readonly id: string;
  readonly at: Date;
  /** The viewer's agency. */
  readonly recipient: string;
  readonly viewer: string;
  readonly role: string;
  readonly purpose: Purpose;
  readonly override: boolean;
  readonly ruleset: string;
  /** Null for those whose data was disclosed: it tells what others were asked. */
  readonly operation: string | null;
  readonly disclosed: readonly DisclosedOf[];
}

/**
 * The ledger as an agency reads it, the newest first: the questions of its own viewers, and of others' what was disclosed
 * of its own data.
 * @param page `after`: the UUID of the row after which to go on
 * @returns undefined: that row is none that the agency reads
 */
export async function readLedger(
  pool: Pool,
  agency: string,
  { after, most }: { readonly after: string | undefined; readonly most: number },
): Promise<readonly LedgerEntry[] | undefined> {
  const place = after === undefined ? null : await placeOf(pool, agency, after);
  if (place === undefined) return undefined;
  const { rows } = await pool.query<LedgerEntry>(PAGE, [agency, own(agency), place, most]);
  return rows.map((row) => (row.recipient === agency ? row : asOriginator(row, agency)));
}

/** What an originator may read of another agency's question: its own part, and no objects of third parties. */
function asOriginator({ purpose: { matches: _, ...purpose }, disclosed, ...row }: LedgerEntry, agency: string) {
  const ofAgency = disclosed.filter(({ originator }) => originator === agency);
  return { ...row, purpose, disclosed: ofAgency, operation: null };
}

async function placeOf(pool: Pool, agency: string, id: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(PLACE, [agency, own(agency), id]);
  return rows[0]?.id;
}

function own(agency: string): string {
  return JSON.stringify([{ originator: agency }]);
}

const READABLE = `(agency = $1 OR disclosed @> $2::jsonb)`;

const PLACE = `SELECT id FROM ledger.disclosure WHERE ${READABLE} AND reference = $3::uuid`;

const PAGE = `
  SELECT reference AS id, at, agency AS recipient, viewer, role, override, ruleset, operation, disclosed,
    coalesce(purpose, jsonb_build_object('area', area, 'use', use, 'case', case_number)) AS purpose
  FROM ledger.disclosure
  WHERE ${READABLE} AND ($3::bigint IS NULL OR disclosure.id < $3::bigint)
  ORDER BY disclosure.id DESC LIMIT $4`;
