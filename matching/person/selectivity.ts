import { rarityOf, rarityOfSound } from './rarity.ts';

/**
 * A key may find this many persons among those of the largest index that we measure (25 million, of 70 years of birth), so far as
 * can be told from how common names are. One that would find more is not made.
 */
const MOST_FOUND = 500;
const POPULATION_BITS = Math.log2(25_000_000);

/** What parts of a date tell, in bits: log2 of how many there are of them. */
export const DATE_BITS = {
  month: 9.7,
  year: 6.1,
  none: 0,
  unknown: 4.3,
} as const;

/** How much the first sound of a word tells, in bits: every eighth name begins with the commonest. */
const INITIAL_BITS = 3;

/** Whether a key of these words and initials, beside that much of a date, would find few enough. */
export function isSelective(dateBits: number, sounds: readonly string[], initials = 0): boolean {
  const bits = sounds.reduce((sum, sound) => sum + rarityOfSound(sound), dateBits + initials * INITIAL_BITS);
  return isEnough(bits);
}

/** Whether these words, as they are spelled, would find few enough whatever the date. */
export function isSelectiveAsSpelled(words: readonly string[]): boolean {
  return isEnough(bitsOf(words));
}

/** Whether the beginnings of these words would: each is that of other names as well. */
export function areBeginningsSelective(words: readonly string[]): boolean {
  return isEnough(bitsOf(words) - BEGINNINGS_BITS);
}

/** By how much beginnings tell less than the words. */
const BEGINNINGS_BITS = 4;

function bitsOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + rarityOf(word), 0);
}

function isEnough(bits: number): boolean {
  return POPULATION_BITS - bits <= Math.log2(MOST_FOUND);
}
