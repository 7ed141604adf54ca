import { FEATURES } from '../../matching/person/features.ts';
import { personKeys } from '../../matching/person/keys.ts';
import { soughtPersonKeys } from '../../matching/person/sought.ts';
import { grouped } from './grouped.ts';
import { population } from './population.ts';

/** How many others a key of a feature finds, scaled to the largest index that is measured. */
export interface Selectivity {
  readonly feature: string;
  /** For the person in the middle, and for one in a hundred. */
  readonly middle: number;
  readonly hundredth: number;
  readonly most: number;
}

const PEOPLE = 400_000;
const SCALED_TO = 25_000_000;
const SEARCHES = 10_000;
const SEED = 4;

/** Counts how many people of a population have the same key, for each person and feature. */
export function selectivities(): readonly Selectivity[] {
  const counts = new Map<string, number>();
  for (const person of population(PEOPLE, SEED)) {
    for (const { feature, text } of personKeys(person)) {
      const key = `${feature}|${text}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const searches = [...population(SEARCHES, SEED)].map((person) => {
    const found = soughtPersonKeys(person).map(({ feature, text }) => counts.get(`${feature}|${text}`) ?? 1);
    return found.reduce((sum, count) => sum + count - 1, 1);
  });
  const byFeature = grouped(counts, ([key]) => Number(key.slice(0, key.indexOf('|'))));
  const byKey = Object.entries(FEATURES).flatMap(([name, feature]) => {
    const found = byFeature.get(feature)?.flatMap(([, count]) => Array.from({ length: count }, () => count));
    return found ? [selectivityOf(name, found)] : [];
  });
  return [...byKey, selectivityOf('a search, by all its keys', searches)];
}

/** @param counts how many have the key, for each person that has one */
function selectivityOf(feature: string, counts: readonly number[]): Selectivity {
  const sorted = Float64Array.from(counts).sort();
  const at = (share: number) =>
    Math.round(((sorted[Math.floor((sorted.length - 1) * share)]! - 1) * SCALED_TO) / PEOPLE);
  return { feature, middle: at(0.5), hundredth: at(0.99), most: at(1) };
}
