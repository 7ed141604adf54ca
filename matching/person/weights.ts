import { FEATURES } from './features.ts';

/**
 * How much it tells that two agree in a feature, beside all others in which they do, in bits. Features share parts, so these are
 * set for their sum: it orders hits, and is no probability. Who has the date and both initials in common, as some hundreds have,
 * comes to 22; who has the date, one word and the initial of the other, to 46 at least; all but a slip in the date, to 70.
 */
const WEIGHTS: ReadonlyMap<number, number> = new Map([
  [FEATURES.DATE_AND_WORD, 24],
  [FEATURES.MONTH_AND_NAME, 14],
  [FEATURES.YEAR_AND_NAME, 22],
  [FEATURES.NAME, 18],
  [FEATURES.NAME_LOOSELY, 10],
  [FEATURES.NAME_WITHOUT_DATE, 18],
  [FEATURES.DATE_AND_INITIAL, 11],
  [FEATURES.YEAR_AND_BEGINNINGS, 18],
  [FEATURES.BEGINNINGS, 12],
  [FEATURES.DATE_AND_SECOND_INITIAL, 11],
  [FEATURES.LOOSELY_WITHOUT_DATE, 10],
  [FEATURES.BEGINNINGS_WITHOUT_DATE, 12],
  [FEATURES.WHOLE_NAME, 24],
  [FEATURES.TWO_WORDS, 16],
  [FEATURES.WHOLE_SOUND, 16],
]);

/** How much it tells that two agree in a feature of their names and dates, in bits. Nothing, for one that is not known. */
export function weightOf(feature: number): number {
  return WEIGHTS.get(feature) ?? 0;
}
