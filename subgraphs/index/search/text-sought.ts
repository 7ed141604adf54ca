import { readFound, type FoundByText } from '../../../policy/found-by-text.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import { TEXT_FAMILIES, textFieldsOf, type TextFamily } from '../../../schema/text-search.ts';
import type { Family } from '../columns.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import type { FilterValues } from './sought.ts';

/** The field of a filter in which a text is looked for. */
export const TEXT_FIELD = 'text';

/** A text that is looked for, as what its words led agencies to: the words themselves never come here. */
export interface TextSought {
  readonly family: TextFamily;
  readonly found: readonly (FoundByText & { readonly originator: string })[];
}

/**
 * What a filter's text led to; undefined: it looks for none.
 * INVARIANT: the index has no words to look for: what is given in clear is refused.
 * @throws DeclaredError `BAD_FILTER`, which never repeats the value
 */
export function textSoughtIn(of: Family, values: FilterValues): TextSought | undefined {
  const value = values[TEXT_FIELD];
  if (value === null || value === undefined) return undefined;
  const family = TEXT_FAMILIES.find((one) => one === of);
  const read = family && typeof value === 'string' ? readFound(family, value) : undefined;
  if (!family || !read) return refuse(INDEX_ERRORS.BAD_FILTER, '`text` is not what agencies found');
  const found = [...read].flatMap(([originator, list]) => list.map((one) => ({ ...one, originator })));
  return { family, found };
}

/** The fields by which a text leads to pointers of a family. */
export function textCoordinates(text: TextSought | undefined): readonly Coordinate[] {
  return text ? textFieldsOf(text.family).map(([, coordinate]) => coordinate) : [];
}
