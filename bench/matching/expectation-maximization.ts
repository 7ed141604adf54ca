import jaroWinkler from 'talisman/metrics/jaro-winkler.js';
import type { FebrlPerson } from './febrl.ts';
import type { Comparison } from './linking.ts';

/** Of each field, how well two people agree in it: 0 is the same; undefined: one is not known. */
type Levels = readonly (number | undefined)[];

/** Of each field and level, how often it is seen. */
type Shares = readonly (readonly number[])[];

const LEVELS = 4;
const ROUNDS = 50;

/** The classic: Fellegi and Sunter's weights, estimated by expectation maximization on the pairs themselves, told no truth. */
export const fellegiSunter: Comparison = (pairs) => {
  const patterns = pairs.map(({ mine, theirs }) => levelsOf(mine, theirs));
  const weightOf = estimate(patterns);
  return pairs.map((pair, position) => ({ ...pair, likeness: weightOf(patterns[position]!) }));
};

/** The weight of a pattern in bits, by the shares of levels among pairs of one person and of two. */
function estimate(patterns: readonly Levels[]): (levels: Levels) => number {
  const fields = patterns[0]?.length ?? 0;
  let ofOne: Shares = Array.from({ length: fields }, () => [0.8, 0.1, 0.05, 0.05]);
  let ofTwo: Shares = Array.from({ length: fields }, () => [0.05, 0.05, 0.1, 0.8]);
  let share = 0.3;
  for (let round = 0; round < ROUNDS; round++) {
    const odds = (share: number, levels: Levels) => (share / (1 - share)) * 2 ** weight(ofOne, ofTwo, levels);
    const chances = patterns.map((levels) => 1 - 1 / (1 + odds(share, levels)));
    share = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
    [ofOne, ofTwo] = [
      sharesOf(patterns, chances),
      sharesOf(
        patterns,
        chances.map((chance) => 1 - chance),
      ),
    ];
  }
  return (levels) => weight(ofOne, ofTwo, levels);
}

function sharesOf(patterns: readonly Levels[], chances: readonly number[]): Shares {
  return (patterns[0] ?? []).map((_, field) => {
    const sums = Array.from({ length: LEVELS }, () => 1e-3);
    patterns.forEach((levels, position) => {
      const level = levels[field];
      if (level !== undefined) sums[level]! += chances[position]!;
    });
    const all = sums.reduce((sum, each) => sum + each, 0);
    return sums.map((each) => each / all);
  });
}

function weight(ofOne: Shares, ofTwo: Shares, levels: Levels): number {
  return levels.reduce<number>(
    (sum, level, field) => (level === undefined ? sum : sum + Math.log2(ofOne[field]![level]! / ofTwo[field]![level]!)),
    0,
  );
}

function levelsOf(a: FebrlPerson, b: FebrlPerson): Levels {
  return [
    levelOf(a.surname, b.surname),
    levelOf(a.firstNames, b.firstNames),
    levelOfDates(a.dateOfBirth, b.dateOfBirth),
  ];
}

function levelOf(a = '', b = ''): number | undefined {
  if (!a || !b) return undefined;
  if (a === b) return 0;
  const similarity = jaroWinkler(a, b);
  return similarity >= 0.92 ? 1 : similarity >= 0.8 ? 2 : 3;
}

function levelOfDates(a = '', b = ''): number | undefined {
  if (!a || !b) return undefined;
  const differing = Array.from(a).filter((digit, position) => digit !== b[position]).length;
  return differing === 0 ? 0 : differing <= 2 ? 1 : a.slice(0, 4) === b.slice(0, 4) ? 2 : 3;
}
