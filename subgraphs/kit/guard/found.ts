import { TEXT_HITS, type TextFamily, type TextField } from '../../../schema/text-search.ts';

/** A record or case that a search by text found, as the lock lets it in: what a hit tells of it. */
type Found = Readonly<Record<string, unknown>>;

/**
 * What a hit tells.
 * @param hit as the agency's resolver tells it
 * @param foundIn those of the fields in which the text stands that are shown in full on this very object
 */
export function foundOf(family: TextFamily, hit: object, foundIn: readonly TextField[]): Found {
  const { rank } = hit as { readonly rank?: unknown };
  return { [TEXT_HITS[family].object]: objectOf(family, hit), foundIn, rank: rank ?? null };
}

/** What the agency loaded of what it found; undefined: it tells of nothing. */
export function objectOf(family: TextFamily, hit: object): object | undefined {
  const object = (hit as Readonly<Record<string, unknown>>)[TEXT_HITS[family].object];
  return typeof object === 'object' && object !== null ? object : undefined;
}
