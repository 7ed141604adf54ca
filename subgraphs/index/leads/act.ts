import { INSERT_NOTIFICATIONS, leadNotificationRow } from '../../../platform/notifications/store.ts';
import { refuse } from '../errors.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { IndexRequest } from '../request.ts';
import { raw, sql } from '../../kit/sql/fragments.ts';
import { LEAD_ERRORS } from './errors.ts';
import type { DeclineReason, LeadOutcome, LeadStatus, SeenLead } from './lead.ts';
import { findLead } from './read.ts';

/** Answers, changes of them and remarks: all that is in its history. */
export const MOST_ENTRIES_OF_A_LEAD = 100;

/** What the agency whose lead it is says of it. */
export type LeadAct =
  | { readonly event: 'ACCEPTED' }
  | { readonly event: 'DECLINED'; readonly reason: DeclineReason }
  | { readonly event: 'WORKED'; readonly outcome: LeadOutcome };

/** Who says it, and of which lead. */
export interface ActingOnLead {
  /** A random UUID, of the officer's choice, and their agency's alone: what comes again under it changes nothing. */
  readonly id: string;
  readonly lead: string;
  readonly act: LeadAct;
  /** For the own agency alone. */
  readonly remark: string | null;
}

/**
 * Says what becomes of a lead, once, and tells who led there; all of it or nothing.
 * @throws DeclaredError `UNKNOWN_LEAD`, `BAD_LEAD_ANSWER`, `TOO_MANY_ANSWERS` or `LEAD_ID_TAKEN`
 */
export async function actOnLead(request: IndexRequest, acting: ActingOnLead): Promise<void> {
  await request.database.$transaction(async (transaction) => {
    await transaction.$queryRaw(sql`SELECT FROM lead WHERE id = ${acting.lead}::uuid FOR UPDATE`);
    const lead = await findLead(transaction, request, acting.lead);
    if (lead?.agency !== request.caller.viewer.agency)
      return refuse(LEAD_ERRORS.UNKNOWN_LEAD, 'there is no such lead to answer');
    if (isSo(acting, lead) || !(await writeEntry(transaction, request, acting))) return;
    refuseUnfit(acting.act, lead.status);
    if (saysSo(acting, lead)) return;
    await write(transaction, request, acting, lead);
    await tell(transaction, request, lead);
  });
}

type Transaction = Prisma.TransactionClient;

/** What is set to what it is writes no second line of history, unless there is something to remark. */
function isSo(acting: ActingOnLead, lead: SeenLead): boolean {
  return acting.remark === null && saysSo(acting, lead);
}

/** Whether the lead stands so already: a remark changes nothing of how it does, or since when, and is told to nobody. */
function saysSo({ act }: ActingOnLead, { status, reason, outcome }: SeenLead): boolean {
  const { reason: why, outcome: what } = saidIn(act);
  return act.event === status && why === reason && what === outcome;
}

const BEFORE: Readonly<Record<LeadAct['event'], readonly LeadStatus[]>> = {
  ACCEPTED: ['NEW', 'DECLINED', 'ACCEPTED'],
  DECLINED: ['NEW', 'ACCEPTED', 'DECLINED'],
  WORKED: ['ACCEPTED', 'WORKED'],
};

function refuseUnfit({ event }: LeadAct, status: LeadStatus): void {
  if (!BEFORE[event].includes(status))
    refuse(LEAD_ERRORS.BAD_LEAD_ANSWER, `a lead that is ${status} cannot become ${event}`);
}

function saidIn(act: LeadAct) {
  return {
    reason: act.event === 'DECLINED' ? act.reason : null,
    outcome: act.event === 'WORKED' ? act.outcome : null,
  };
}

/** @returns whether it is new; the same that came before is not */
async function writeEntry(
  transaction: Transaction,
  { caller, now }: IndexRequest,
  { id, lead, act, remark }: ActingOnLead,
): Promise<boolean> {
  const { agency, sub } = caller.viewer;
  const { reason, outcome } = saidIn(act);
  const inserted = await transaction.$executeRaw(sql`
    INSERT INTO lead_entry (declared_id, lead, at, event, agency, officer, reason, outcome, remark)
    VALUES (${id}::uuid, ${lead}::uuid, ${now}, ${act.event}, ${agency}, ${sub}, ${reason}, ${outcome}, ${remark})
    ON CONFLICT (agency, declared_id) WHERE declared_id IS NOT NULL DO NOTHING`);
  if (inserted === 1) return refuseMore(transaction, lead);
  const same = await transaction.$queryRaw<unknown[]>(sql`
    SELECT 1 FROM lead_entry WHERE declared_id = ${id}::uuid AND lead = ${lead}::uuid AND event = ${act.event}
      AND agency = ${agency} AND reason IS NOT DISTINCT FROM ${reason}::text
      AND outcome IS NOT DISTINCT FROM ${outcome}::text AND remark IS NOT DISTINCT FROM ${remark}::text`);
  return same.length > 0 ? false : refuse(LEAD_ERRORS.LEAD_ID_TAKEN, 'something else was sent under this id');
}

/** The history is read as a whole: it has an end. */
async function refuseMore(transaction: Transaction, lead: string): Promise<true> {
  const [row] = await transaction.$queryRaw<{ entries: number }[]>(
    sql`SELECT count(*)::int AS entries FROM lead_entry WHERE lead = ${lead}::uuid`,
  );
  if (row!.entries > MOST_ENTRIES_OF_A_LEAD)
    refuse(LEAD_ERRORS.TOO_MANY_ANSWERS, `there are ${MOST_ENTRIES_OF_A_LEAD} entries already`);
  return true;
}

/** The districts that the answer is about stay with it. */
async function write(
  transaction: Transaction,
  { now }: IndexRequest,
  { lead, act }: ActingOnLead,
  { newDistricts }: SeenLead,
): Promise<void> {
  const { reason, outcome } = saidIn(act);
  const closed = act.event === 'ACCEPTED' ? null : now;
  await transaction.$executeRaw(sql`
    UPDATE lead SET status = ${act.event}, reason = ${reason}, outcome = ${outcome}, answered_at = ${now},
      closed_at = ${closed}, new_districts = ${[...newDistricts]}::text[] WHERE id = ${lead}::uuid`);
}

/**
 * Tells whoever led there. Of what two cases have in common, the other agency is told where it has answered its own side:
 * so it knows of it; and as long as it is shared with at all. Else it reads it with its own side, when it may see that.
 */
async function tell(transaction: Transaction, request: IndexRequest, lead: SeenLead): Promise<void> {
  const { grant, now, caller } = request;
  const { contributor } = lead;
  const area = lead.area ?? caller.purpose?.area;
  const about = lead.rule === 'TIP' ? [{ id: lead.id }] : await answeredSides(transaction, lead);
  const clauses = area === undefined ? [] : grant.givingClauses(contributor, area);
  if (about.length === 0 || (clauses.length === 0 && lead.rule !== 'TIP')) return;
  const recipient = lead.rule === 'TIP' ? lead.agency : null;
  const base = { at: now, originator: contributor, recipient, clauses, ruleset: grant.ruleset };
  const rows = about.map(({ id }) => leadNotificationRow({ ...base, kind: 'lead-answered', lead: id }));
  const { before, after } = INSERT_NOTIFICATIONS;
  await transaction.$executeRaw(sql`${raw(before)} ${JSON.stringify(rows)}::jsonb ${raw(after)}`);
}

async function answeredSides(transaction: Transaction, lead: SeenLead): Promise<readonly { readonly id: string }[]> {
  return transaction.$queryRaw<{ id: string }[]>(sql`
    SELECT theirs.id::text FROM lead JOIN lead AS theirs
      ON theirs.own_case = lead.other_case AND theirs.other_case = lead.own_case AND theirs.rule = lead.rule
    WHERE lead.id = ${lead.id}::uuid AND theirs.status <> 'NEW' ORDER BY theirs.id`);
}
