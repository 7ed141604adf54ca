import type { Agreement } from '../agreement.ts';
import { checkReferences } from './check-references.ts';
import type { Mistake } from './mistake.ts';
import { readAgreement, type ReadAgreement } from './read-agreement.ts';
import type { World } from './world.ts';

/** A document, and what is wrong with it. */
export interface CheckedDocument {
  readonly path: string;
  /** Absent when the text has not the shape of an agreement. */
  readonly agreement: Agreement | undefined;
  /** In reading order; none: the agreement may be used. */
  readonly mistakes: readonly Mistake[];
}

/** Reads and checks the texts of documents, each as far as it can be read, and each with its own mistakes. */
export function checkDocuments(
  documents: readonly { readonly path: string; readonly text: string }[],
  world: World,
): readonly CheckedDocument[] {
  const read = documents.map(({ path, text }) => readAgreement(path, text));
  const mistakes = checkReferences(
    read.filter((document) => document.kind === 'valid'),
    world,
  );
  return read.map((document) => checked(document, mistakes));
}

function checked(document: ReadAgreement, references: readonly Mistake[]): CheckedDocument {
  if (document.kind === 'broken') return { path: document.file, agreement: undefined, mistakes: document.mistakes };
  const mistakes = references.filter(({ file }) => file === document.file);
  return { path: document.file, agreement: document.agreement, mistakes };
}
