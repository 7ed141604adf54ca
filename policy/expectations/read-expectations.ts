import { EXPECTATIONS_SCHEMA } from '../../schema/json-schemas.ts';
import type { Locator } from '../document/locate.ts';
import { inReadingOrder, type Mistake } from '../document/mistake.ts';
import { shapeOf } from '../document/shape.ts';
import { parseYaml } from '../document/yaml.ts';
import type { Expectations } from './expectations.ts';

/** Authors' tests with the place of each value in the text. Whether what they speak of exists is for `planTests`. */
export interface ReadExpectations {
  readonly file: string;
  readonly expectations: Expectations;
  readonly at: Locator;
  /** The text, line by line. */
  readonly lines: readonly string[];
}

const SHAPE = shapeOf(EXPECTATIONS_SCHEMA);

/** Reads authors' tests from the text of a document, or tells every mistake of shape in it. Never throws. */
export function readExpectations(
  file: string,
  text: string,
): ReadExpectations | { readonly mistakes: readonly Mistake[] } {
  const parsed = parseYaml(file, text);
  if (parsed.kind === 'broken') return { mistakes: inReadingOrder(parsed.mistakes) };
  const mistakes = SHAPE.mistakes(file, parsed.value, parsed.at);
  if (mistakes.length > 0) return { mistakes: inReadingOrder(mistakes) };
  return { file, expectations: parsed.value as Expectations, at: parsed.at, lines: text.split(/\r?\n/) };
}
