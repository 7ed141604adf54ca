import { AGREEMENT_SCHEMA } from '../../schema/json-schemas.ts';
import type { Agreement } from '../agreement.ts';
import type { Locator } from './locate.ts';
import { inReadingOrder, type Mistake } from './mistake.ts';
import { salvage } from './salvage.ts';
import { shapeOf } from './shape.ts';
import { parseYaml } from './yaml.ts';

/** A valid agreement with the place of each of its values in the text, or every mistake of shape in it. */
export type ReadAgreement =
  | { readonly kind: 'valid'; readonly file: string; readonly agreement: Agreement; readonly at: Locator }
  | BrokenAgreement;

/** A text that is no agreement. */
export interface BrokenAgreement {
  readonly kind: 'broken';
  readonly file: string;
  readonly mistakes: readonly Mistake[];
  /** What of it can be checked all the same. */
  readonly salvaged?: { readonly words: ValidAgreement; readonly clauses: ValidAgreement | undefined };
}

/** An agreement that has the right shape. Whether what it refers to exists is for `checkReferences`. */
export type ValidAgreement = Extract<ReadAgreement, { kind: 'valid' }>;

const SHAPE = shapeOf(AGREEMENT_SCHEMA);

/** Reads an agreement from the text of a document. Never throws. */
export function readAgreement(file: string, text: string): ReadAgreement {
  const parsed = parseYaml(file, text);
  if (parsed.kind === 'broken') return { kind: 'broken', file, mistakes: inReadingOrder(parsed.mistakes) };
  const { value, at } = parsed;
  const misshapen = SHAPE.mistakes(file, value, at);
  if (misshapen.length === 0) return { kind: 'valid', file, agreement: value as Agreement, at };
  const mistakes = inReadingOrder(misshapen.map(({ path: _, ...mistake }) => mistake));
  const parts = salvage(
    value,
    misshapen.map(({ path }) => path),
  );
  if (!parts) return { kind: 'broken', file, mistakes };
  const part = (agreement: Agreement): ValidAgreement => ({ kind: 'valid', file, agreement, at });
  const salvaged = { words: part(parts.words), clauses: parts.clauses && part(parts.clauses) };
  return { kind: 'broken', file, mistakes, salvaged };
}
