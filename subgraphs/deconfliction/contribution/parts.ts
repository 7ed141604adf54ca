import type { CaseEntry } from './entry.ts';

const MOST_ENTRIES = 20;
const MOST_SELECTORS = 200;

/**
 * Divides entries, in their order, so that what is taken in at once keeps nobody waiting for long: a few cases, or one that
 * has many selectors.
 */
export function inParts(entries: readonly CaseEntry[]): readonly (readonly CaseEntry[])[] {
  const parts: CaseEntry[][] = [];
  let selectors = 0;
  for (const entry of entries) {
    const more = entry.worked?.selectors.length ?? 0;
    const part = parts.at(-1);
    if (part && part.length < MOST_ENTRIES && selectors + more <= MOST_SELECTORS) part.push(entry);
    else parts.push([entry]);
    selectors = part === parts.at(-1) ? selectors + more : more;
  }
  return parts;
}
