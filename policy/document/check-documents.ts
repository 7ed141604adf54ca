import type { Agreement } from '../agreement.ts';
import { checkReferences, checkSalvaged, type Occasion } from './check-references.ts';
import { inReadingOrder, type Mistake } from './mistake.ts';
import { readAgreement, type BrokenAgreement, type ValidAgreement } from './read-agreement.ts';
import type { World } from './world.ts';

/** A document, and what is wrong with it. */
export interface CheckedDocument {
  readonly path: string;
  /** Absent when the text has not the shape of an agreement. */
  readonly agreement: Agreement | undefined;
  /** In reading order; none: the agreement may be used. */
  readonly mistakes: readonly Mistake[];
}

/**
 * Reads and checks the texts of documents, each as far as it can be read, and each with its own mistakes.
 * @param occasion `signed` for documents that every party has signed, among themselves
 */
export function checkDocuments(
  documents: readonly { readonly path: string; readonly text: string }[],
  world: World,
  occasion: Occasion = 'writing',
): readonly CheckedDocument[] {
  const read = documents.map(({ path, text }) => readAgreement(path, text));
  const valid = read.filter((document) => document.kind === 'valid');
  const mistakes = checkReferences(valid, world, occasion);
  return read.map((document) =>
    document.kind === 'broken'
      ? { path: document.file, agreement: undefined, mistakes: mistakesIn(document, valid, world) }
      : {
          path: document.file,
          agreement: document.agreement,
          mistakes: mistakes.filter(({ file }) => file === document.file),
        },
  );
}

function mistakesIn(document: BrokenAgreement, valid: readonly ValidAgreement[], world: World): readonly Mistake[] {
  return inReadingOrder([...document.mistakes, ...checkSalvaged(document, valid, world)]);
}
