import { pairOff, type Likely } from '../../matching/person/pair-off.ts';
import type { Febrl, FebrlPerson } from './febrl.ts';
import { grouped } from './grouped.ts';

/** Two people that a way of linking thinks worth comparing, and how like they are by it. */
export type Compared = Likely<FebrlPerson, FebrlPerson>;

/** Which pairs of two files are compared, and how like they are as far as that is known. */
export type Linker = (febrl: Febrl) => readonly Compared[];

/** How like pairs are by some way of comparing. It may learn from all of them. */
export type Comparison = (pairs: readonly Compared[]) => readonly Compared[];

/** What came of linking, against the truth. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Pairs taken for one person that are two. */
  readonly falseMerges: number;
}

/** Of what was compared, what is taken for one person: all from the threshold on, or the likeliest for each. */
export function linked(compared: readonly Compared[], threshold: number, eachOnce: boolean): readonly Compared[] {
  const likely = compared.filter(({ likeness }) => likeness >= threshold);
  return eachOnce ? pairOff(likely) : likely;
}

/** Against the truth: as many pairs are to be found as there are people in both files. */
export function scoreOf(links: readonly Compared[], { originals }: Febrl): Score {
  const right = links.filter(isTrue).length;
  const [precision, recall] = [links.length === 0 ? 1 : right / links.length, right / originals.length];
  return { precision, recall, f1: (2 * right) / (links.length + originals.length), falseMerges: links.length - right };
}

/** The threshold at which F1 is best. What a way of linking could do if it were told. */
export function bestThreshold(compared: readonly Compared[], febrl: Febrl, eachOnce: boolean): number {
  const links = eachOnce ? pairOff(compared) : [...compared].sort((a, b) => b.likeness - a.likeness);
  let [right, best, threshold] = [0, 0, Infinity];
  links.forEach((link, position) => {
    if (isTrue(link)) right++;
    const f1 = (2 * right) / (position + 1 + febrl.originals.length);
    if (f1 > best) [best, threshold] = [f1, link.likeness];
  });
  return threshold;
}

/** Whether two are the same person. */
export function isTrue({ mine, theirs }: Compared): boolean {
  return mine.number === theirs.number;
}

/** Pairs that have a block in common. */
export function inBlocks(
  { originals, duplicates }: Febrl,
  blocksOfOriginal: (person: FebrlPerson) => readonly string[],
  blocksOfDuplicate = blocksOfOriginal,
): readonly Compared[] {
  const blocked = originals.flatMap((mine) => [...new Set(blocksOfOriginal(mine))].map((block) => ({ mine, block })));
  const blocks = grouped(blocked, ({ block }) => block);
  return duplicates.flatMap((theirs) => {
    const candidates = blocksOfDuplicate(theirs).flatMap((block) => (blocks.get(block) ?? []).map(({ mine }) => mine));
    return [...new Set(candidates)].map((mine) => ({ mine, theirs, likeness: 0 }));
  });
}
