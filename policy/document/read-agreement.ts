import { AGREEMENT_SCHEMA } from '../../schema/json-schemas.ts';
import type { Agreement } from '../agreement.ts';
import type { Locator } from './locate.ts';
import { inReadingOrder, type Mistake } from './mistake.ts';
import { shapeOf } from './shape.ts';
import { parseYaml } from './yaml.ts';

/** A valid agreement with the place of each of its values in the text, or every mistake of shape in it. */
export type ReadAgreement =
  | { readonly kind: 'valid'; readonly file: string; readonly agreement: Agreement; readonly at: Locator }
  | BrokenAgreement;

/** A text that is no agreement. */
interface BrokenAgreement {
  readonly kind: 'broken';
  readonly file: string;
  readonly mistakes: readonly Mistake[];
}

/** An agreement that has the right shape. Whether what it refers to exists is for `checkReferences`. */
export type ValidAgreement = Extract<ReadAgreement, { kind: 'valid' }>;

const SHAPE = shapeOf(AGREEMENT_SCHEMA);

/** Reads an agreement from the text of a document. Never throws. */
export function readAgreement(file: string, text: string): ReadAgreement {
  const parsed = parseYaml(file, text);
  if (parsed.kind === 'broken') return { kind: 'broken', file, mistakes: inReadingOrder(parsed.mistakes) };
  const mistakes = SHAPE.mistakes(file, parsed.value, parsed.at);
  if (mistakes.length > 0) return { kind: 'broken', file, mistakes: inReadingOrder(mistakes) };
  return { kind: 'valid', file, agreement: parsed.value as Agreement, at: parsed.at };
}
