import { actOn } from '../conflicts/check.ts';
import type { InForce } from '../conflicts/meeting.ts';
import type { Target } from '../declarations/declaration.ts';
import { end } from '../declarations/end.ts';
import { lockSelectors } from '../declarations/locks.ts';
import { writeSelectors } from '../declarations/write.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import { meetingsOfTargets } from '../matching/meetings-of-targets.ts';
import { partnersOf } from '../matching/partners.ts';
import { inTransaction, type Database, type Transaction } from '../store/database.ts';
import type { CaseContribution, CaseEntry } from './entry.ts';

/**
 * Takes in what an agency tells of its cases, all of it or nothing, and each entry once: a case that is worked is a target
 * as long as it is open.
 * @returns the sequence number up to which there is everything
 * @throws DeclaredError `FOREIGN_CASE`
 */
export async function takeInCases(
  database: Database,
  { agency, entries }: CaseContribution,
  inForce: InForce,
  now: Date,
): Promise<bigint> {
  return inTransaction(database, async (transaction) => {
    const taken = await queue(transaction, agency);
    const fresh = entries.filter(({ sequence }) => sequence > taken);
    const last = fresh.at(-1)?.sequence;
    if (last === undefined) return taken;
    const changes = lastOfEach(fresh);
    await refuseForeign(transaction, agency, changes);
    await take(transaction, agency, changes, { inForce, now });
    await transaction.query('UPDATE contribution SET last_sequence = $2 WHERE agency = $1', [agency, String(last)]);
    return last;
  });
}

async function take(
  transaction: Transaction,
  agency: string,
  changes: readonly CaseEntry[],
  { inForce, now }: { readonly inForce: InForce; readonly now: Date },
): Promise<void> {
  const targets = changes.flatMap((entry) => targetOf(agency, entry));
  await lockSelectors(
    transaction,
    targets.flatMap(({ selectors }) => selectors.map(({ blind }) => blind)),
  );
  await end(
    transaction,
    changes.filter(({ worked }) => !worked).map(({ id }) => id),
    now,
  );
  await writeCases(transaction, targets, now);
  await writeSelectors(transaction, targets);
  const agencies = partnersOf([agency], inForce.duties);
  await actOn(
    transaction,
    await meetingsOfTargets(transaction, targets, { agencies, now, earlierOnly: false }),
    inForce,
    now,
  );
}

/** INVARIANT: contributions of one agency are taken in one after the other; this row's lock is the queue. */
async function queue(transaction: Transaction, agency: string): Promise<bigint> {
  await transaction.query('INSERT INTO contribution VALUES ($1, -1) ON CONFLICT DO NOTHING', [agency]);
  const { rows } = await transaction.query<{ last_sequence: string }>(
    'SELECT last_sequence FROM contribution WHERE agency = $1 FOR UPDATE',
    [agency],
  );
  return BigInt(rows[0]!.last_sequence);
}

/** A case is known by its id, and that belongs to one agency. */
async function refuseForeign(transaction: Transaction, agency: string, entries: readonly CaseEntry[]): Promise<void> {
  const { rows } = await transaction.query(
    `SELECT FROM declaration WHERE id = ANY ($1::uuid[]) AND (agency <> $2 OR kind <> 'CASE') LIMIT 1`,
    [entries.map(({ id }) => id), agency],
  );
  if (rows.length > 0)
    refuse(DECONFLICTION_ERRORS.FOREIGN_CASE, 'an entry speaks of what is not a case of this agency');
}

/** Of several changes of one case the last one counts. */
function lastOfEach(entries: readonly CaseEntry[]): readonly CaseEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

function targetOf(agency: string, { id, worked }: CaseEntry): readonly Target[] {
  if (!worked) return [];
  const { contactId, areas, epoch } = worked;
  const selectors = worked.selectors.map((selector) => ({ ...selector, epoch }));
  const nobody = { caseNumber: null, officer: null, until: null };
  return [{ id, agency, kind: 'CASE', contactId, areas, selectors, ...nobody }];
}

/** Writes cases over what was there; their selectors are written anew. */
async function writeCases(transaction: Transaction, targets: readonly Target[], now: Date): Promise<void> {
  const rows = targets.map(({ id, agency, contactId, areas }) => ({ id, agency, contact_id: contactId, areas }));
  await transaction.query(UPSERT, [JSON.stringify(rows), now]);
  await transaction.query('DELETE FROM selector WHERE declaration = ANY ($1::uuid[])', [targets.map(({ id }) => id)]);
}

const UPSERT = `
  INSERT INTO declaration (id, agency, kind, contact_id, areas, declared_at, digest)
  SELECT id, agency, 'CASE', contact_id, areas, $2, ''
  FROM jsonb_to_recordset($1::jsonb) AS told (id uuid, agency text, contact_id uuid, areas text[])
  ON CONFLICT (id) DO UPDATE SET contact_id = EXCLUDED.contact_id, areas = EXCLUDED.areas, ended_at = NULL`;
