import { COMMON_NAMES } from '../../matching/person/common-names.ts';
import type { PersonNames } from '../../matching/person/names.ts';

const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe ga go gra ha he hi ho ka ke ki ko kra la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra ' +
  're ri ro ru sa se si so sta ste ta te ti to tra va ve vi vo wa we wi za ze zi zo';

const DAYS = 70 * 365.25;
const FIRST_DAY = Date.UTC(1940, 0, 1);

/**
 * People with names as common as those of a country: heads by the ranks of common names, Smith with one in a hundred, tails of names
 * that nobody else may have. Dates of birth are spread over 70 years. The same for the same seed.
 */
export function* population(size: number, seed: number): Generator<PersonNames> {
  const random = randomBy(seed);
  const common = COMMON_NAMES.flatMap(({ names }) => names.trim().split(/\s+/));
  const surname = namesBy(
    random,
    common,
    (rank) => 6.6 + 0.53 * Math.log2(rank) + 0.12 * Math.log2(Math.max(rank / 100, 1)),
  );
  const given = namesBy(
    random,
    common.toReversed(),
    (rank) => 6 + 0.42 * Math.log2(rank) + 0.4 * Math.log2(Math.max(rank / 20, 1)),
  );
  for (let person = 0; person < size; person++) {
    const day = new Date(FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000);
    yield { surname: surname(), firstNames: given(), dateOfBirth: day.toISOString().slice(0, 10) };
  }
}

/** Draws names: of those that are common by their ranks, and what is left from syllables. */
function namesBy(random: () => number, common: readonly string[], bitsOf: (rank: number) => number): () => string {
  let sum = 0;
  const sums = common.map((_, position) => (sum += 2 ** -bitsOf(position + 1)));
  const syllables = SYLLABLES.split(' ');
  const syllable = () => syllables[Math.floor(random() ** 1.5 * syllables.length)]!;
  return () => {
    const drawn = random();
    const rank = sums.findIndex((least) => drawn < least);
    if (rank >= 0) return common[rank]!;
    return Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join('');
  };
}

/** Mulberry32: enough for names. */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
