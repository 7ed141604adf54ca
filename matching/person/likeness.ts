import type { PersonNames } from './names.ts';

/** From this likeness on, two are taken for one person. */
export const SAME_PERSON = 0.9;

/** How likely two are one person, by their names and dates of birth: from 0 to 1. */
export function likeness(a: PersonNames, b: PersonNames): number {
  return JSON.stringify(a) === JSON.stringify(b) ? 1 : 0;
}
