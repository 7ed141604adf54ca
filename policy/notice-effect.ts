import type { Agreement } from './agreement.ts';
import type { Notice } from './notice.ts';

const DAY_MILLISECONDS = 86_400_000;

/** From when a notice has effect: the day that it names, and for who leaves not before the agreement's days of notice. */
export function effectOf(notice: Notice, { noticeDays = 0 }: Pick<Agreement, 'noticeDays'>): Date {
  const from = Date.parse(notice.from);
  if (notice.kind !== 'terminate') return new Date(from);
  return new Date(Math.max(from, Date.parse(notice.given) + noticeDays * DAY_MILLISECONDS));
}
