import { distance } from 'fastest-levenshtein';

/** Longest word that is compared: a longer one is no slip of the pen. */
const LONGEST = 64;

/** `did you mean \`x\`?`, when one of the known words is near enough to be what the author meant. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const nearest = nearestOf(word, known);
  return nearest === undefined ? undefined : `did you mean \`${nearest}\`?`;
}

function nearestOf(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const most = Math.max(1, Math.floor(word.length / 3));
  const near = [...known]
    .map((candidate) => ({ candidate, edits: edits(word, candidate) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return near[0]?.candidate;
}

/** Case and the choice of separators count for nothing: `record_summary` is `RECORD_SUMMARY`. */
function edits(word: string, candidate: string): number {
  return distance(plain(word), plain(candidate));
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[_ -]/g, '-');
}
