import { boundedTo } from '../conflicts/bounded-to.ts';
import { actOn } from '../conflicts/check.ts';
import { digestOfDuties } from '../conflicts/duties-digest.ts';
import type { InForce } from '../conflicts/meeting.ts';
import { end } from '../declarations/end.ts';
import { lockSelectors } from '../declarations/locks.ts';
import { writeSelectors } from '../declarations/write.ts';
import { meetingsOfTargets, type SoughtTarget } from '../matching/meetings-of-targets.ts';
import { partnersOf } from '../matching/partners.ts';
import { inTransaction, type Database, type Transaction } from '../store/database.ts';
import type { CaseContribution, CaseEntry } from './entry.ts';
import { inParts } from './parts.ts';

/** With what cases are matched as they are taken in. */
interface Occasion {
  readonly inForce: InForce;
  readonly now: Date;
}

/** After so long it is answered how far it has come, well before who sends it gives up; the rest comes again. */
const LONG_MILLISECONDS = 8_000;

/**
 * Takes in what an agency tells of its cases, part by part, each wholly or not at all, and each entry once: a case that is
 * worked is a target as long as it is open. What breaks off goes on where it was when it comes again.
 * INVARIANT: an id is one of this agency's own cases, whatever others have under it.
 * @returns the sequence number up to which there is everything: of very much, not that of the last
 */
export async function takeInCases(
  database: Database,
  { agency, entries }: CaseContribution,
  inForce: InForce,
  now: Date,
): Promise<bigint> {
  const until = performance.now() + LONG_MILLISECONDS;
  const [first = [], ...others] = inParts(entries);
  let taken = await takeInPart(database, { agency, entries: first }, { inForce, now });
  for (const part of others) {
    if (part.at(-1)!.sequence <= taken) continue;
    if (performance.now() > until) break;
    taken = await takeInPart(database, { agency, entries: part }, { inForce, now });
  }
  return taken;
}

/** INVARIANT: selectors are locked no longer than for this part, so that others declare in between. */
async function takeInPart(
  database: Database,
  { agency, entries }: CaseContribution,
  occasion: Occasion,
): Promise<bigint> {
  return inTransaction(database, async (transaction) => {
    const taken = await queue(transaction, agency);
    const fresh = entries.filter(({ sequence }) => sequence > taken);
    const last = fresh.at(-1)?.sequence;
    if (last === undefined) return taken;
    await takeInChanges(transaction, agency, lastOfEach(fresh), occasion);
    await transaction.query('UPDATE contribution SET last_sequence = $2 WHERE agency = $1', [agency, String(last)]);
    return last;
  });
}

/** Writes what has become of cases, and opens the conflicts that they are in. */
async function takeInChanges(
  transaction: Transaction,
  agency: string,
  changes: readonly CaseEntry[],
  { inForce, now }: Occasion,
): Promise<void> {
  const blinds = changes.flatMap(({ worked }) => worked?.selectors.map(({ blind }) => blind) ?? []);
  await lockSelectors(transaction, blinds);
  await endCases(transaction, agency, changes, now);
  const targets = await writeCases(transaction, agency, changes, { inForce, now });
  await writeSelectors(transaction, targets);
  const agencies = partnersOf([agency], inForce.duties);
  const found = await meetingsOfTargets(transaction, targets, { agencies, now });
  await actOn(transaction, boundedTo(inForce, found), inForce, now);
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

/** Of several changes of one case the last one counts. */
function lastOfEach(entries: readonly CaseEntry[]): readonly CaseEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

async function endCases(
  transaction: Transaction,
  agency: string,
  changes: readonly CaseEntry[],
  now: Date,
): Promise<void> {
  const over = changes.filter(({ worked }) => !worked).map(({ id }) => id);
  const { rows } = await transaction.query<{ id: string }>(CASES, [agency, over]);
  await end(
    transaction,
    rows.map(({ id }) => id),
    now,
  );
}

/** Writes cases over what was there; their selectors are written anew. */
async function writeCases(
  transaction: Transaction,
  agency: string,
  changes: readonly CaseEntry[],
  { inForce, now }: Occasion,
): Promise<readonly SoughtTarget[]> {
  const worked = new Map(changes.flatMap((change) => (change.worked ? [[change.id, change.worked]] : [])));
  const told = [...worked].map(([id, { contactId, areas }]) => ({ declared_id: id, contact_id: contactId, areas }));
  const duties = digestOfDuties(inForce.duties);
  const { rows } = await transaction.query<CaseRow>(UPSERT, [JSON.stringify(told), now, agency, duties]);
  const targets = rows.map(({ id, declared_id }) => targetOf(id, agency, worked.get(declared_id)!));
  await transaction.query('DELETE FROM selector WHERE declaration = ANY ($1::uuid[])', [targets.map(({ id }) => id)]);
  return targets;
}

interface CaseRow {
  readonly id: string;
  readonly declared_id: string;
}

function targetOf(
  id: string,
  agency: string,
  { areas, selectors, epoch }: NonNullable<CaseEntry['worked']>,
): SoughtTarget {
  return { id, agency, areas, selectors: selectors.map((selector) => ({ ...selector, epoch })) };
}

/** Whoever opens a conflict of one of them meanwhile is done before it ends. */
const CASES = `
  SELECT id FROM declaration WHERE agency = $1 AND source = 'CASE' AND declared_id = ANY ($2::uuid[])
  ORDER BY id FOR UPDATE`;

const UPSERT = `
  INSERT INTO declaration (declared_id, agency, kind, contact_id, areas, declared_at, digest, matched_by)
  SELECT declared_id, $3, 'CASE', contact_id, areas, $2, '', $4
  FROM jsonb_to_recordset($1::jsonb) AS told (declared_id uuid, contact_id uuid, areas text[])
  ON CONFLICT (agency, source, declared_id) DO UPDATE
  SET contact_id = EXCLUDED.contact_id, areas = EXCLUDED.areas, ended_at = NULL, matched_by = EXCLUDED.matched_by
  RETURNING id, declared_id`;
