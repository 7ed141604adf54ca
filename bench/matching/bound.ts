import jaroWinkler from 'talisman/metrics/jaro-winkler.js';
import type { Febrl, FebrlPerson } from './febrl.ts';

/** What names and dates say of the pairs that are one person: how many of them a comparison could tell at all. */
export interface Bound {
  /** Surname, given name and date: at least two agree, and none is another. */
  readonly agreeing: number;
  /** Two agree, one is missing. */
  readonly missingOne: number;
  /** Two agree, one is another person's: another name, another date. So do siblings, and father and son. */
  readonly contradicted: number;
  /** Fewer than two agree. */
  readonly untold: number;
}

type Agreement = 'agrees' | 'missing' | 'other';

/** Sorts the true pairs by what is left in them to tell by. */
export function boundOf({ originals, duplicates }: Febrl): Bound {
  const byNumber = new Map(originals.map((person) => [person.number, person]));
  const kinds = duplicates.map((person) => kindOf(byNumber.get(person.number)!, person));
  const count = (kind: keyof Bound) => kinds.filter((each) => each === kind).length;
  return {
    agreeing: count('agreeing'),
    missingOne: count('missingOne'),
    contradicted: count('contradicted'),
    untold: count('untold'),
  };
}

function kindOf(a: FebrlPerson, b: FebrlPerson): keyof Bound {
  const date = dates(a.dateOfBirth, b.dateOfBirth);
  const straight = [names(a.surname, b.surname), names(a.firstNames, b.firstNames), date];
  const swapped = [names(a.surname, b.firstNames), names(a.firstNames, b.surname), date];
  const best = agreeing(swapped) > agreeing(straight) ? swapped : straight;
  if (agreeing(best) < 2) return 'untold';
  if (best.includes('other')) return 'contradicted';
  return best.includes('missing') ? 'missingOne' : 'agreeing';
}

function agreeing(agreements: readonly Agreement[]): number {
  return agreements.filter((agreement) => agreement === 'agrees').length;
}

function names(a = '', b = ''): Agreement {
  if (!a || !b) return 'missing';
  return jaroWinkler(a.replaceAll(' ', ''), b.replaceAll(' ', '')) >= 0.8 ? 'agrees' : 'other';
}

/** Two digits may be other ones: one slip, or two exchanged. */
function dates(a = '', b = ''): Agreement {
  if (!a || !b) return 'missing';
  return Array.from(a).filter((digit, position) => digit !== b[position]).length <= 2 ? 'agrees' : 'other';
}
