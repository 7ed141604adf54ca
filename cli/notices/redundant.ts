import type { Notice } from '../../policy/notice.ts';
import { effectOf } from '../../policy/notice-effect.ts';
import { UsageError } from '../usage.ts';
import type { Ground } from './ground.ts';

/** Notices of the party's own about the agreement, of one kind. */
export function ownNotices({ opened, signed, party }: Ground, kind: Notice['kind']): readonly Notice[] {
  const { id } = signed.agreement;
  const own = opened.notices.filter(({ notice }) => notice.agreement === id && notice.party === party);
  return own.map(({ notice }) => notice).filter((notice) => notice.kind === kind);
}

/**
 * A notice that repeats one is not given: it would be one more for everybody to read, and change nothing, ever. What
 * changes nothing only as things stand may count later, and is given.
 * @param earlier what it would repeat
 * @throws UsageError when one of those has its effect as early
 */
export function requireEffect(notice: Notice, earlier: readonly Notice[], { signed }: Ground): void {
  const from = effectOf(notice, signed.agreement);
  const repeated = earlier.find((other) => effectOf(other, signed.agreement) <= from);
  if (!repeated) return;
  const since = effectOf(repeated, signed.agreement).toISOString();
  const { party, agreement } = notice;
  const said =
    notice.kind === 'terminate' ? `leaves \`${agreement}\`` : `takes back what it suspended of \`${agreement}\``;
  throw new UsageError(
    `\`${party}\` ${said} already, from ${since}, by \`${repeated.notice}\`: it would change nothing, and nothing was written`,
  );
}
