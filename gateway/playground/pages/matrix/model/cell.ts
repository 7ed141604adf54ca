import type { Reason } from '../../../../../policy/grant.ts';

/** A field of an originator, as the graph tells what a viewer may see of it: `VisibilityCell`. */
export interface Cell {
  readonly coordinate: string;
  readonly category: string;
  readonly disclosure: 'OPEN' | 'CONDITIONAL' | 'CLOSED';
  readonly treatments: readonly Treatment[];
  readonly found: 'CONTACT' | 'EXISTS' | 'SILENT' | null;
  readonly clauses: readonly string[];
  readonly reason: Reason | null;
}

type Treatment = 'FULL' | 'GENERALISED' | 'MASKED';

/** How open a field is, from the most open to the most closed. */
export const LEVELS = ['open', 'some', 'contact', 'exists', 'silent', 'closed'] as const;
export type Level = (typeof LEVELS)[number];

/** What a level is called, the sign that stands for it, and what it means. */
export const LEVEL_WORDS: Readonly<
  Record<Level, { readonly sign: string; readonly name: string; readonly long: string }>
> = {
  open: { sign: '●', name: 'Open', long: 'Shown wherever its object appears.' },
  some: { sign: '◐', name: 'Some rows', long: 'Shown on some objects, as their labels say.' },
  contact: {
    sign: 'C',
    name: 'Contact only',
    long: 'Not shown. Who searches by it learns that there is something, and whom to call.',
  },
  exists: {
    sign: 'E',
    name: 'Exists only',
    long: 'Not shown. Who searches by it learns that there is something, no more.',
  },
  silent: { sign: 'S', name: 'Silent', long: 'Not shown. Who searches by it learns nothing; the originator is told.' },
  closed: { sign: '–', name: 'Closed', long: 'Not shown, and nothing is found by it.' },
};

/** How open a field is. */
export function levelOf({ disclosure, found }: Cell): Level {
  if (disclosure === 'OPEN') return 'open';
  if (disclosure === 'CONDITIONAL') return 'some';
  return found === null ? 'closed' : FOUND[found];
}

const FOUND = { CONTACT: 'contact', EXISTS: 'exists', SILENT: 'silent' } as const;

const TREATMENT_WORDS = { GENERALISED: 'generalised', MASKED: 'masked' } as const;
type Lessening = keyof typeof TREATMENT_WORDS;

/** The letters that stand beside a sign: how a value may be shown less than in full. */
export const TREATMENT_SIGNS: Readonly<Record<Lessening, string>> = { GENERALISED: 'g', MASKED: 'm' };

/** How a value may be shown less than in full. */
export function lessenings({ treatments }: Cell): readonly Lessening[] {
  return treatments.filter((treatment) => treatment !== 'FULL');
}

/** A cell in words, for who cannot see it: `some rows, masked`. Undefined: the originator has no such field. */
export function cellInWords(cell: Cell | undefined): string {
  if (!cell) return 'no such field';
  const { treatments } = cell;
  const less = lessenings(cell).map((treatment) => TREATMENT_WORDS[treatment]);
  const how = treatments.includes('FULL') && less.length > 0 ? ['in full', ...less] : less;
  const words = how.length > 0 ? `, ${how.join(' or ')}` : '';
  return `${LEVEL_WORDS[levelOf(cell)].name.toLowerCase()}${words}`;
}

/** Whether two viewers see a field alike. By which clauses is another question. */
export function isAlike(one: Cell | undefined, other: Cell | undefined): boolean {
  if (!one || !other) return one === other;
  return levelOf(one) === levelOf(other) && one.treatments.join() === other.treatments.join();
}
