import { LONGEST_TEXT, isSearchableText } from '../../schema/text-search.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

/** How many texts one operation may look for: each is asked of every agency that searches its own. */
const MOST_TEXTS = 5;

/**
 * Looks at the texts of one operation, one after the other.
 * @returns takes each of them. @throws DeclaredError `BAD_TEXT`, which never repeats it
 */
export function requireSearchable(): (kind: string, text: unknown, at: string) => void {
  const texts = new Set<unknown>();
  return (_kind, text, at) => {
    if (typeof text !== 'string' || !isSearchableText(text))
      refuse(GATEWAY_ERRORS.BAD_TEXT, `\`${at}\` is not a text of at most ${LONGEST_TEXT} characters`);
    if (texts.add(text).size > MOST_TEXTS)
      refuse(GATEWAY_ERRORS.BAD_TEXT, `the operation looks for more than ${MOST_TEXTS} texts`);
  };
}
