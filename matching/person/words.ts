/** What is written with a name and tells nothing of the person: forms of address, and what links the words of a name. */
const PARTICLES = new Set(
  (
    'AF AL AN AV BIN BINT D DA DAS DE DEL DELLA DEN DER DES DI DO DOS DU EL ET I IBN LA LAS LE LES LO LOS OF TEN TER THE UND ' +
    'VAN VOM VON Y ZU ZUM ZUR DOCTOR DR MADAM MISS MISTER MR MRS MS PROF PROFESSOR SIR'
  ).split(' '),
);

/** What tells a father from a son. */
const GENERATIONS = new Map([
  ['SR', 1],
  ['JR', 2],
  ['JNR', 2],
  ['SNR', 1],
  ['II', 2],
  ['III', 3],
  ['IV', 4],
]);

/** More words than this are not looked at: names have no more, and comparing costs their product. */
const MOST_WORDS = 6;

/** A name in words, without what all names have. */
export interface Words {
  readonly words: readonly string[];
  /** 1 for a senior, 2 for a junior. */
  readonly generation?: number | undefined;
}

/** The words of a romanised name. */
export function wordsOf(romanised: string): Words {
  const all = joined(romanised)
    .split(/[0-9 ]+/)
    .filter(Boolean);
  const generation = all
    .slice(1)
    .map((word) => GENERATIONS.get(word))
    .find((found) => found !== undefined);
  const names =
    generation === undefined ? all : all.filter((word, position) => position === 0 || !GENERATIONS.has(word));
  const telling = names.filter((word) => !PARTICLES.has(word));
  return { words: (telling.length > 0 ? telling : names).slice(0, MOST_WORDS), generation };
}

/** `MC DONALD` and `O BRIEN` are written in one as well. */
function joined(romanised: string): string {
  return romanised.replace(/\b(MC|MAC|O) (?=[A-Z]{3})/g, '$1');
}
