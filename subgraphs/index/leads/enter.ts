import { createHash, randomUUID } from 'node:crypto';
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
  readonly id: string;
  readonly to: string;
  readonly district: string | null;
  readonly area: string;
  readonly words: string;
  readonly sought: readonly Sought[];
}

/**
 * Takes in a tip, once, and tells the agency for which it is; all of it or nothing.
 * @throws DeclaredError `LEAD_NOT_COVERED`, `LEAD_ID_TAKEN` or `TOO_MANY_TIPS`
 */
export async function enterTip(request: IndexRequest, tip: Tip): Promise<void> {
  const { grant, database } = request;
  const clauses = grant.givingClauses(tip.to, tip.area);
  if (clauses.length === 0)
    refuse(LEAD_ERRORS.LEAD_NOT_COVERED, 'nothing is shared with that agency for that area of crime');
  await database.$transaction(async (transaction) => {
    if (!(await isNew(transaction, request, tip))) return;
    await countTip(transaction, request, tip.to);
    await tell(transaction, request, tip, clauses);
  });
}

type Transaction = Prisma.TransactionClient;

/** @returns whether it is new; the same that came before is not */
async function isNew(transaction: Transaction, { caller }: IndexRequest, tip: Tip): Promise<boolean> {
  const { agency } = caller.viewer;
  const digest = digestOf(tip);
  const inserted = await transaction.$executeRaw(sql`
    INSERT INTO lead (id, arrived, rule, agency, contributor, district, area, words, sought, digest)
    VALUES (${tip.id}::uuid, nextval('pointer_came_seq'), 'TIP', ${tip.to}, ${agency}, ${tip.district}, ${tip.area}, ${tip.words},
      ${JSON.stringify(tip.sought)}::jsonb, ${digest})
    ON CONFLICT (id) DO NOTHING`);
  if (inserted === 1) return true;
  const same = await transaction.$queryRaw<unknown[]>(
    sql`SELECT 1 FROM lead WHERE id = ${tip.id}::uuid AND contributor = ${agency} AND digest = ${digest}`,
  );
  return same.length > 0 ? false : refuse(LEAD_ERRORS.LEAD_ID_TAKEN, 'something else was sent under this id');
}

async function tell(
  transaction: Transaction,
  { caller, grant, now }: IndexRequest,
  { id, to }: Tip,
  clauses: readonly ClauseId[],
): Promise<void> {
  const { agency, sub } = caller.viewer;
  await transaction.$executeRaw(sql`
    INSERT INTO lead_entry (id, lead, at, event, agency, officer)
    VALUES (${randomUUID()}::uuid, ${id}::uuid, ${now}, 'ENTERED', ${agency}, ${sub})`);
  const { ruleset } = grant;
  const row = leadNotificationRow({
    at: now,
    originator: to,
    kind: 'lead',
    recipient: agency,
    lead: id,
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
