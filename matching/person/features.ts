/**
 * In what two persons can agree, as the index knows it: parts of the date of birth, words of the name by their sound, initials of
 * those sounds. INVARIANT: a number, from 1 to 255, is never given to another feature. 2, 4 and 5 were others.
 */
export const FEATURES = {
  /** The whole date, and one word of the name. */
  DATE_AND_WORD: 1,
  /** Year and month, one word, and the initial of another: of a person of whom the day is not known. */
  MONTH_AND_NAME: 3,
  /** The year, and two words. */
  YEAR_AND_NAME: 6,
  /** Two words, whatever the date. */
  NAME: 7,
  /** One word and the initial of another, whatever the date. */
  NAME_LOOSELY: 8,
  /** Two words, of a person whose date of birth is not known. */
  NAME_WITHOUT_DATE: 9,
  /** The whole date, and the initial of the first of two words. */
  DATE_AND_INITIAL: 10,
  /** The year, and how two words begin. */
  YEAR_AND_BEGINNINGS: 11,
  /** How two words begin, whatever the date. */
  BEGINNINGS: 12,
  /** The whole date, and the initial of the second of two words. */
  DATE_AND_SECOND_INITIAL: 13,
  /** One word and the initial of another, of a person whose date of birth is not known. */
  LOOSELY_WITHOUT_DATE: 14,
  /** How two words begin, of a person whose date of birth is not known. */
  BEGINNINGS_WITHOUT_DATE: 15,
  /** All words of the name of a group or an organization. */
  WHOLE_NAME: 21,
  /** Two words of it, by their sound. */
  TWO_WORDS: 22,
  /** How all of it sounds, written as one word. */
  WHOLE_SOUND: 23,
} as const;
