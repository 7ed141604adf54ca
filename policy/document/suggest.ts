import { distance } from 'fastest-levenshtein';

/** Longest word that is compared: a longer one is no slip of the pen. */
const LONGEST = 64;

/** Most words that are told one by one. */
const MOST_TOLD = 24;

/** What the author may have meant: the nearest of the known words; when none is near, all of them, if they are few. */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const words = [...new Set(known)];
  return didYouMean(word, words) ?? (words.length <= MOST_TOLD ? oneOf(words) : undefined);
}

/** `did you mean \`x\`?`, when one of the known words is near enough. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const nearest = nearestOf(word, known);
  return nearest === undefined ? undefined : `did you mean \`${nearest}\`?`;
}

function oneOf(words: readonly string[]): string | undefined {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length > 1 ? `one of ${quoted.join(', ')}` : quoted.map((only) => `only ${only}`)[0];
}

function nearestOf(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const most = Math.ceil(word.length / 3);
  const near = [...known]
    .map((candidate) => ({ candidate, edits: edits(word, candidate) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return near[0]?.candidate;
}

/** Case and the choice of separators count for nothing, letters in the wrong order for one slip: `DAE` is near `DEA`. */
function edits(word: string, candidate: string): number {
  const [a, b] = [plain(word), plain(candidate)];
  return sorted(a) === sorted(b) ? Math.min(1, distance(a, b)) : distance(a, b);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[_ -]/g, '-');
}
