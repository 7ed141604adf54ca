/** How like one of these is to one of those. */
export interface Likely<Mine, Theirs> {
  readonly mine: Mine;
  readonly theirs: Theirs;
  readonly likeness: number;
}

/**
 * Pairs two holdings off, the likeliest pair first, each person with one of the other holding at most. It is for holdings in which
 * nobody stands twice: there it finds more than a threshold alone, since one who has a better match is no match for others.
 */
export function pairOff<Mine, Theirs>(likely: readonly Likely<Mine, Theirs>[]): readonly Likely<Mine, Theirs>[] {
  const [mine, theirs] = [new Set<Mine>(), new Set<Theirs>()];
  const byLikeness = [...likely].sort((a, b) => b.likeness - a.likeness);
  return byLikeness.filter((pair) => {
    if (mine.has(pair.mine) || theirs.has(pair.theirs)) return false;
    mine.add(pair.mine);
    theirs.add(pair.theirs);
    return true;
  });
}
