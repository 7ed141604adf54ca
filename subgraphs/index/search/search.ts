import type { Coordinate } from '../../../schema/contract.ts';
import type { Family } from '../columns.ts';
import { coordinatesBehind, sourcesSought, type Sought } from './sought.ts';
import type { Term } from './term.ts';
import { textCoordinates, type TextSought } from './text-sought.ts';

/** Which rows are looked for, and how they are sorted. */
export interface Search {
  readonly family: Family;
  /** What must hold of their labels. */
  readonly terms: readonly Term[];
  /** The selectors all of which must lead to them. */
  readonly sought: readonly Sought[];
  /** The text that must stand in them. Absent: none. */
  readonly text?: TextSought | undefined;
  readonly order: Order;
}

/** How rows are sorted: by a date, the latest first, and last those of which it is not shown; by what agrees; or by id. */
export type Order =
  { readonly by: 'date'; readonly coordinate: Coordinate } | { readonly by: 'relevance' } | { readonly by: 'id' };

/** The governed coordinates that a search reads. */
export function coordinatesRead({ family, terms, sought, text, order }: Search): readonly Coordinate[] {
  const sources = sourcesSought(sought, family);
  const read = [...terms.map(({ coordinate }) => coordinate), order.by === 'date' ? order.coordinate : undefined];
  const led = [...sources.flatMap(coordinatesBehind), ...textCoordinates(text)];
  return [...new Set([...read.filter((one) => one !== undefined), ...led])];
}

/** Searching is another thing than listing: what is only said to exist, or to have a contact, must be searched for. */
export function isSearch({ terms, sought, text }: Search): boolean {
  return sought.length > 0 || text !== undefined || terms.some(({ coordinate }) => coordinate !== undefined);
}

/** Whether it begins with keys, or ids, that lead to pointers, and not with all that there are. */
export function isLed({ sought, text }: Search): boolean {
  return sought.length > 0 || text !== undefined;
}
