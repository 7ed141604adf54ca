import type { Agreement } from './agreement.ts';
import type { Notice } from './notice.ts';

const DAY_MILLISECONDS = 86_400_000;

/** From when a notice has effect: the day that it names, and for who leaves not before the agreement's days of notice. */
export function effectOf(notice: Notice, { noticeDays = 0 }: Pick<Agreement, 'noticeDays'>): Date {
  const from = Date.parse(notice.from);
  if (notice.kind !== 'terminate') return new Date(from);
  return new Date(Math.max(from, Date.parse(notice.given) + noticeDays * DAY_MILLISECONDS));
}

/** Until when it has effect, in milliseconds since the epoch. Who leaves, leaves for good. */
export function endOfEffect({ kind, until }: Notice): number {
  return until && kind !== 'terminate' ? Date.parse(until) : Infinity;
}

/** Whether a notice has effect at an instant, whatever was declared after it. */
export function hasEffect(notice: Notice, agreement: Pick<Agreement, 'noticeDays'>, at: Date): boolean {
  return effectOf(notice, agreement) <= at && at.getTime() < endOfEffect(notice);
}

/** Notices about an agreement that have effect and were not taken back. */
export function standingNotices(agreement: Agreement, notices: readonly Notice[], at: Date): readonly Notice[] {
  const own = notices.filter((notice) => notice.agreement === agreement.id && hasEffect(notice, agreement, at));
  const takenBack = lastResumptions(own);
  return own.filter(
    ({ kind, party, given }) => kind !== 'suspend' || Date.parse(given) >= (takenBack.get(party) ?? -Infinity),
  );
}

/** When each party last took back what it had given before. Instants are compared, not how they are written. */
function lastResumptions(notices: readonly Notice[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { kind, party, given } of notices)
    if (kind === 'resume') last.set(party, Math.max(Date.parse(given), last.get(party) ?? -Infinity));
  return last;
}
