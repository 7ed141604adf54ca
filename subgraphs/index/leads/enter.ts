import { createHash } from 'node:crypto';
import type { ClauseId } from '../../../policy/clause-id.ts';
import { INSERT_NOTIFICATIONS, leadNotificationRow } from '../../../platform/notifications/store.ts';
import { refuse } from '../errors.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { IndexRequest } from '../request.ts';
import type { Sought } from '../search/sought.ts';
import { raw, sql } from '../../kit/sql/fragments.ts';
import { countTip } from './count-tip.ts';
import { LEAD_ERRORS } from './errors.ts';

/** A lead that is entered: what one agency writes to another. */
export interface Tip {
  /** What the officer calls it: their agency's alone, so that nobody meets by it what others have under the same. */
  readonly declaredId: string;
  readonly to: string;
  readonly district: string | null;
  readonly area: string;
  readonly words: string;
  readonly sought: readonly Sought[];
}

/**
 * Takes in a tip, once, and tells the agency for which it is; all of it or nothing.
 * @returns the id of the lead
 * @throws DeclaredError `LEAD_NOT_COVERED`, `LEAD_ID_TAKEN` or `TOO_MANY_TIPS`
 */
export async function enterTip(request: IndexRequest, tip: Tip): Promise<string> {
  const { grant, database } = request;
  const clauses = grant.givingClauses(tip.to, tip.area);
  if (clauses.length === 0)
    refuse(LEAD_ERRORS.LEAD_NOT_COVERED, 'nothing is shared with that agency for that area of crime');
  return database.$transaction(async (transaction) => {
    const lead = await write(transaction, request, tip);
    if (lead === undefined) return known(transaction, request, tip);
    await countTip(transaction, request, tip.to);
    await tell(transaction, request, { lead, to: tip.to }, clauses);
    return lead;
  });
}

type Transaction = Prisma.TransactionClient;

/** @returns the id of the lead, if the tip is new */
async function write(transaction: Transaction, { caller }: IndexRequest, tip: Tip): Promise<string | undefined> {
  const [row] = await transaction.$queryRaw<{ id: string }[]>(sql`
    INSERT INTO lead (declared_id, arrived, rule, agency, contributor, district, area, words, sought, digest)
    VALUES (${tip.declaredId}::uuid, nextval('pointer_came_seq'), 'TIP', ${tip.to}, ${caller.viewer.agency}, ${tip.district},
      ${tip.area}, ${tip.words}, ${JSON.stringify(tip.sought)}::jsonb, ${digestOf(tip)})
    ON CONFLICT (contributor, declared_id) WHERE declared_id IS NOT NULL DO NOTHING
    RETURNING id::text`);
  return row?.id;
}

/** @returns the id of the lead that was made of the same tip before */
async function known(transaction: Transaction, { caller }: IndexRequest, tip: Tip): Promise<string> {
  const [row] = await transaction.$queryRaw<{ id: string }[]>(sql`
    SELECT id::text FROM lead WHERE contributor = ${caller.viewer.agency} AND declared_id = ${tip.declaredId}::uuid
      AND digest = ${digestOf(tip)}`);
  return row?.id ?? refuse(LEAD_ERRORS.LEAD_ID_TAKEN, 'something else was sent under this id');
}

async function tell(
  transaction: Transaction,
  { caller, grant, now }: IndexRequest,
  { lead, to }: { readonly lead: string; readonly to: string },
  clauses: readonly ClauseId[],
): Promise<void> {
  const { agency, sub } = caller.viewer;
  await transaction.$executeRaw(sql`
    INSERT INTO lead_entry (lead, at, event, agency, officer)
    VALUES (${lead}::uuid, ${now}, 'ENTERED', ${agency}, ${sub})`);
  const { ruleset } = grant;
  const row = leadNotificationRow({
    at: now,
    originator: to,
    kind: 'lead',
    recipient: agency,
    lead,
    clauses,
    ruleset,
  });
  const { before, after } = INSERT_NOTIFICATIONS;
  await transaction.$executeRaw(sql`${raw(before)} ${JSON.stringify([row])}::jsonb ${raw(after)}`);
}

/** Of selectors the sealed form is compared: under another epoch of the key, the same tip is another one. */
function digestOf({ to, district, area, words, sought }: Tip): string {
  return createHash('sha256')
    .update(JSON.stringify([to, district, area, words, sought]))
    .digest('base64url');
}
