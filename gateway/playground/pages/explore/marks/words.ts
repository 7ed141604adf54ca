import type { Withheld } from '../../../../explain/explain.ts';
import { REASONS } from '../../shared/words/reasons.ts';
import type { Mark } from './mark.ts';

const MOST_CLAUSES = 2;

/** What stands beside a null in the answer. */
export function noteOf(mark: Mark): string {
  const { is, because, disclosure, inValue } = mark;
  switch (is) {
    case 'withheld':
      return disclosure === undefined ? `withheld${byWhom(because)}` : `withheld: disclosed as ${disclosure} only`;
    case 'perhaps':
      return because.length > 0 ? `perhaps withheld${byWhom(because)}` : 'nothing, or nothing that you are shown';
    case 'failed':
      return 'not answered: see errors';
    case 'absent':
      return inValue ? 'no value, or shown less precisely' : 'no value';
  }
}

/** Why, and whom to ask: a sentence for each. */
export function explanationsOf({ because }: Mark): readonly string[] {
  const lines = because.map(({ originator, coordinate, reason, clauses, contact }) => {
    const under = clauses.length > 0 ? ` (${clauses.join(', ')})` : '';
    const ask = contact ? ` Ask the ${contact.name}, ${contact.phone}.` : '';
    return `${originator}, ${coordinate}: ${REASONS[reason].long}${under}${ask}`;
  });
  return [...new Set(lines)];
}

/** Words as Markdown that shows them as they are: agreements and agencies choose them, and they are no links or images here. */
export function asMarkdown(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** Where in the answer, in words: `records › 3 › record › title`. */
export function whereOf({ path }: Mark): string {
  return path
    .filter((key) => key !== 'edges' && key !== 'node')
    .map((key) => (typeof key === 'number' ? String(key + 1) : key))
    .join(' › ');
}

function byWhom(because: readonly Withheld[]): string {
  const originators = [...new Set(because.map(({ originator }) => originator))];
  const [only] = originators;
  if (only === undefined) return '';
  if (originators.length > 1) return ` by some of ${originators.length} agencies`;
  const clauses = [...new Set(because.flatMap((one) => one.clauses))];
  const more = clauses.length > MOST_CLAUSES ? ', …' : '';
  const named = clauses.slice(0, MOST_CLAUSES).join(', ');
  return ` by ${only} · ${named === '' ? 'no clause discloses it' : named + more}`;
}
