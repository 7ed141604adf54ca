import type { NameKey } from '../../matching/name-key.ts';
import { personKeys } from '../../matching/person/keys.ts';
import { likeness } from '../../matching/person/likeness.ts';
import { soughtPersonKeys } from '../../matching/person/sought.ts';
import { weightOf } from '../../matching/person/weights.ts';
import type { Febrl, FebrlPerson } from './febrl.ts';
import { grouped } from './grouped.ts';
import { inBlocks, type Compared, type Comparison, type Linker } from './linking.ts';

/** Who is found by a key of ours. */
export const ourCandidates: Linker = (febrl) =>
  inBlocks(
    febrl,
    (stored) => personKeys(stored).map(textOf),
    (sought) => soughtPersonKeys(sought).map(textOf),
  );

/** By our likeness. */
export const ourLikeness: Comparison = (pairs) =>
  pairs.map((pair) => ({ ...pair, likeness: likeness(pair.mine, pair.theirs) }));

/** What the index alone can tell: the weights of the features that agree, each once, without a name. */
export const byWeights: Linker = ({ originals, duplicates }) => {
  const stored = originals.flatMap((mine) => personKeys(mine).map((key) => ({ mine, key: textOf(key) })));
  const found = grouped(stored, ({ key }) => key);
  return duplicates.flatMap((theirs) => {
    const features = new Map<FebrlPerson, Set<number>>();
    for (const key of soughtPersonKeys(theirs)) {
      for (const { mine } of found.get(textOf(key)) ?? [])
        features.set(mine, (features.get(mine) ?? new Set()).add(key.feature));
    }
    return [...features].map(([mine, agreeing]) => ({ mine, theirs, likeness: weigh(agreeing) }));
  });
};

function weigh(features: Iterable<number>): number {
  return [...features].reduce((sum, feature) => sum + weightOf(feature), 0);
}

/** How often the person sought is the first, or among the first so many, of those that a search finds. */
export function shareAmongFirst(compared: readonly Compared[], { duplicates }: Febrl, first: number): number {
  const hits = grouped(compared, ({ theirs }) => theirs);
  const found = duplicates.filter((sought) => {
    const all = [...(hits.get(sought) ?? [])].sort((a, b) => b.likeness - a.likeness);
    return all.slice(0, first).some(({ mine }) => mine.number === sought.number);
  });
  return found.length / duplicates.length;
}

function textOf({ feature, text }: NameKey): string {
  return `${feature}|${text}`;
}
