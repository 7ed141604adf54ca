import { LONGEST_TEXT, isSearchableText } from '../../schema/text-search.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

/** How many texts one operation may look for: each is asked of every agency that searches its own. */
const MOST_TEXTS = 5;

/** The texts that one operation looks for. */
export class SoughtTexts {
  readonly #texts = new Set<unknown>();

  /** How many there are, of different ones. */
  get count(): number {
    return this.#texts.size;
  }

  /** Takes the next one. @throws DeclaredError `BAD_TEXT`, which never repeats it */
  require(text: unknown, at: string): void {
    if (typeof text !== 'string' || text.trim() === '' || !isSearchableText(text))
      refuse(GATEWAY_ERRORS.BAD_TEXT, `\`${at}\` is not a text of 1 to ${LONGEST_TEXT} characters`);
    if (this.#texts.add(text).size > MOST_TEXTS)
      refuse(GATEWAY_ERRORS.BAD_TEXT, `the operation looks for more than ${MOST_TEXTS} texts`);
  }
}
