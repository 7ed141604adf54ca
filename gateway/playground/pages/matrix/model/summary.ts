import { LEVEL_WORDS } from './cell.ts';
import type { Shown } from './counts.ts';

/** How a count of shown fields is coloured. Only what is open everywhere, all of it, looks so. */
export type Tone = 'none' | 'open' | 'part' | 'some';

/** INVARIANT: a count with a field in it that is shown on some rows only never looks like one of open fields. */
export function toneOf({ open, some, all }: Shown): Tone {
  if (some > 0) return 'some';
  if (open === 0) return 'none';
  return open === all ? 'open' : 'part';
}

/** The counts of a summary with their signs: `10` where all are open, else `3 ●`, `10 ◐`, or both. */
export function summarySigns(shown: Shown): readonly string[] {
  const { open, some } = shown;
  if (toneOf(shown) === 'open') return [`${open}`];
  return [
    ...(open > 0 ? [`${open}\u00a0${LEVEL_WORDS.open.sign}`] : []),
    ...(some > 0 ? [`${some}\u00a0${LEVEL_WORDS.some.sign}`] : []),
  ];
}

/** The same for who cannot see it: `of 12: 4 open, 6 on some rows`. */
export function summaryInWords({ open, some, all }: Shown): string {
  if (all === 0) return 'no such field';
  if (open + some === 0) return 'none shown';
  const parts = [...(open > 0 ? [`${open} open`] : []), ...(some > 0 ? [`${some} on some rows`] : [])];
  return `of ${all}: ${parts.join(', ')}`;
}
