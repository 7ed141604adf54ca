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
  return own.filter((notice) => notice.kind !== 'suspend' || !own.some((other) => takesBack(other, notice)));
}

/** A party takes back what it gave before. Instants are compared, not how they are written. */
function takesBack(resumption: Notice, { party, given }: Notice): boolean {
  return resumption.kind === 'resume' && resumption.party === party && Date.parse(resumption.given) > Date.parse(given);
}
