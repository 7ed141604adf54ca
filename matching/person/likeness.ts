import { dateEvidence } from './date-evidence.ts';
import { nameEvidence } from './name-evidence.ts';
import type { PersonNames } from './names.ts';
import { waysOfWriting } from './written.ts';

/** From this likeness on, two are taken for one person, whoever else there is. */
export const SAME_PERSON = 0.999;

/** From this likeness on, two may be one person: worth a look, or taken for one where each is the likeliest for the other. */
export const POSSIBLY_SAME_PERSON = 0.5;

/** What must be told before two are as likely one person as not, in bits: one in 2^12 is, of those that are compared. */
const PRIOR = 12;

/** What is contradicted counts for no more than this: twins share surname and date, father and son the name. */
const MOST_CONTRADICTED = 16;

/** Nor what is contradicted, if all else were the same. INVARIANT: less than `SAME_PERSON` stands for. */
const CONTRADICTED_LIMIT = 18;

/** One word of a name, or a date, tells nobody from all others. */
const MOST_ALONE = 10;

/**
 * How likely two are one person, by their names and dates of birth: from 0 to 1. It is the sum of what each agreement tells,
 * in bits (Fellegi and Sunter, 1969; Winkler's weights by the frequency of a name), against the prior.
 */
export function likeness(a: PersonNames, b: PersonNames): number {
  return 1 / (1 + 2 ** (PRIOR - evidence(a, b)));
}

function evidence(a: PersonNames, b: PersonNames): number {
  const [ways, others] = [waysOfWriting(a), waysOfWriting(b)];
  const date = dateEvidence(a.dateOfBirth, b.dateOfBirth);
  const all = ways.flatMap((way) =>
    others.map((other) => {
      const { bits, contradicts, agreeing } = nameEvidence(way, other);
      if (agreeing + (date > 0 ? 1 : 0) < 2) return Math.min(bits + date, MOST_ALONE);
      return contradicts || date <= 0 ? squeezed(bits + date) : bits + date;
    }),
  );
  return all.length > 0 ? roundedBits(Math.max(...all)) : 0;
}

/** Up to the limit, but never as much. */
function squeezed(bits: number): number {
  const more = Math.max(bits - MOST_CONTRADICTED, 0);
  return Math.min(bits, CONTRADICTED_LIMIT - (CONTRADICTED_LIMIT - MOST_CONTRADICTED) * 2 ** -more);
}

/** The order in which the same bits are added up is not to be seen: it is another one for (a, b) than for (b, a). */
function roundedBits(bits: number): number {
  return Math.round(bits * 1024) / 1024;
}
