import type { PersonNames } from './names.ts';
import { romanisations } from './romanise.ts';
import { wordsOf } from './words.ts';

/** A person's names in one romanisation, in words. */
export interface Written {
  readonly surname: readonly string[];
  readonly first: readonly string[];
  /** 1 for a senior, 2 for a junior. */
  readonly generation?: number | undefined;
}

/** A person's names, in each romanisation: by travel documents' first. Empty: the person has no name. */
export function waysOfWriting({ surname = '', firstNames = '' }: PersonNames): readonly Written[] {
  const [surnames, firsts] = [romanisations(surname), romanisations(firstNames)];
  const ways = Array.from({ length: Math.max(surnames.length, firsts.length) }, (_, way) =>
    written(surnames[way] ?? surnames[0]!, firsts[way] ?? firsts[0]!),
  );
  return ways.filter(({ surname, first }) => surname.length + first.length > 0);
}

function written(surname: string, first: string): Written {
  const [ofSurname, ofFirst] = [wordsOf(surname), wordsOf(first)];
  return {
    surname: ofSurname.words,
    first: ofFirst.words,
    generation: ofSurname.generation ?? ofFirst.generation,
  };
}
