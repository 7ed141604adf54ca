import type { Written } from './written.ts';

/** Two words of a name, in any order; or one, of a person of whom no more is known. */
export type Pair = readonly [string, string] | readonly [string];

/** Of more words than these not every two are sought. */
const MOST_PAIRED = 4;

/** All words of a name, surname first, each once. */
export function wordsIn({ surname, first }: Written): readonly string[] {
  return [...new Set([...surname, ...first])];
}

/** The words that stand for the person: the first of the surname and the first of the given names; the outer two, if all is one field. */
export function principalPair(written: Written): Pair | undefined {
  const { surname, first } = written;
  const [one, ...others] = wordsIn(written);
  if (one === undefined) return undefined;
  const given = surname.length > 0 ? first.find((word) => word !== one) : undefined;
  const other = given ?? others.at(-1);
  return other === undefined ? [one] : [one, other];
}

/** Every two of the words that stand for a person, and of two more. */
export function everyPair(written: Written): readonly Pair[] {
  const words = [...new Set([...(principalPair(written) ?? []), ...wordsIn(written)])].slice(0, MOST_PAIRED);
  if (words.length === 1) return [[words[0]!]];
  return words.flatMap((one, position) => words.slice(position + 1).map((other) => [one, other] as const));
}

/** The same name with the words of each field written together: `ANNA LENA` as `ANNALENA`. Nothing, if each is one word. */
export function together(written: Written): readonly Written[] {
  const { surname, first } = written;
  if (surname.length < 2 && first.length < 2) return [];
  return [{ ...written, surname: joined(surname), first: joined(first) }];
}

function joined(words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [words.join('')];
}
