import { tab } from '../../shared/session/tab.ts';

/** That something was asked is kept for the other visits of this tab, and nothing of what was answered. */
const KEY = 'concordat.asked';

/** Whether anything was asked in this tab. */
export function askedBefore(): boolean {
  return tab.read(KEY) !== null;
}

/** Remembers that something was asked. */
export function keepAsked(): void {
  tab.keep(KEY, 'yes');
}
