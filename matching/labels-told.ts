/** What the index takes of one label. */
const MOST_CHARACTERS = 500;
const MOST_ELEMENTS = 200;

/**
 * Labels as the index is told them. One that is longer than it takes is left out, and so not known there: conditions that read it
 * disclose nothing. INVARIANT: no label of one object keeps the index from taking in what its agency tells of others.
 */
export function labelsTold(labels: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => isTaken(value)));
}

function isTaken(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MOST_CHARACTERS;
  return !Array.isArray(value) || (value.length <= MOST_ELEMENTS && value.every(isTaken));
}
