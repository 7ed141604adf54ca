import { FEATURES } from './features.ts';

/**
 * How much it tells that two agree in a feature, beside all others in which they do, in bits. Features share parts, so these are
 * set for their sum: it orders hits, and is no probability. Who has the date and both initials in common, as some hundreds have,
 * comes to 32; who has the date and one word, to 34 at least; all but a slip, to 60 and more.
 */
const WEIGHTS: ReadonlyMap<number, number> = new Map([
  [FEATURES.DATE_AND_WORD, 24],
  [FEATURES.DATE_AND_INITIALS, 12],
  [FEATURES.MONTH_AND_NAME, 11],
  [FEATURES.YEAR_DAY_AND_NAME, 11],
  [FEATURES.DAY_AND_NAME, 10],
  [FEATURES.YEAR_AND_NAME, 22],
  [FEATURES.NAME, 18],
  [FEATURES.NAME_LOOSELY, 10],
  [FEATURES.NAME_WITHOUT_DATE, 14],
  [FEATURES.DATE_AND_INITIAL, 10],
  [FEATURES.YEAR_AND_BEGINNINGS, 18],
  [FEATURES.BEGINNINGS, 12],
  [FEATURES.WHOLE_NAME, 24],
  [FEATURES.TWO_WORDS, 16],
  [FEATURES.WHOLE_SOUND, 16],
]);

/** How much it tells that two agree in a feature of their names and dates, in bits. Nothing, for one that is not known. */
export function weightOf(feature: number): number {
  return WEIGHTS.get(feature) ?? 0;
}
