import damerauLevenshtein from 'talisman/metrics/damerau-levenshtein.js';
import jaroWinkler from 'talisman/metrics/jaro-winkler.js';
import { rarityOf, rarityOfSound } from './rarity.ts';
import { soundOf } from './sound.ts';

/** What words that are not the same tell, in bits, beside how rare they are. */
const ONE_SLIP = -3.5;
const TWO_SLIPS = -6;
const SAME_SOUND = -3;
const ALIKE = 2;
const INITIAL = 2;
const OTHER = -4.5;

/** What two words of names tell of whether they are one person's, in bits: log2 of how much more often it is seen of one than of two. */
export function wordEvidence(one: string, other: string): number {
  const [a, b] = one < other ? [one, other] : [other, one];
  const rarity = Math.min(rarityOf(a), rarityOf(b));
  if (a === b) return a.length === 1 ? INITIAL : rarity;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? INITIAL : OTHER;
  return Math.max(spelling(a, b, rarity), sound(a, b, rarity));
}

/** Slips of a pen or a keyboard: the more letters there are, the more they may be. */
function spelling(a: string, b: string, rarity: number): number {
  const slips = damerauLevenshtein(a, b);
  const length = Math.max(a.length, b.length);
  if (slips === 1 && length >= 3) return Math.max(rarity + ONE_SLIP, ALIKE);
  if (slips === 2 && length >= 6) return Math.max(rarity + TWO_SLIPS, ALIKE);
  return jaroWinkler(a, b) >= 0.88 || shortened(a, b) ? ALIKE : OTHER;
}

/** `ALEX` for `ALEXANDER`. */
function shortened(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

function sound(a: string, b: string, rarity: number): number {
  const spoken = soundOf(a);
  return spoken === soundOf(b) ? Math.min(rarityOfSound(spoken), rarity) + SAME_SOUND : OTHER;
}
