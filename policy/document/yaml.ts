import { LineCounter, parseDocument, type Document } from 'yaml';
import { locate, type Locator } from './locate.ts';
import type { Mistake } from './mistake.ts';
import { measureNesting } from './nesting.ts';
import { restricted } from './restrictions.ts';

const MOST_BYTES = 1024 * 1024;
const MOST = { depth: 40, tokens: 100_000 };

/** A YAML text as plain values, with the place of each; or every mistake in it. */
export type ParsedYaml =
  | { readonly kind: 'parsed'; readonly value: unknown; readonly at: Locator }
  | { readonly kind: 'broken'; readonly mistakes: readonly Mistake[] };

/**
 * Reads one document of YAML 1.2, core schema (so dates stay text), without what {@link restricted} refuses.
 * Hostile text is a mistake like any other: this never throws.
 */
export function parseYaml(file: string, text: string): ParsedYaml {
  const tooMuch = exceeds(text);
  if (tooMuch) return { kind: 'broken', mistakes: [{ file, line: 1, column: 1, message: tooMuch }] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    // Compared one with another, which takes a hostile mapping half a minute; `restricted` looks them up.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const mistakes = [...syntaxMistakes(document), ...restricted(document)].map(({ offset, message }) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), message };
  });
  if (mistakes.length > 0) return { kind: 'broken', mistakes };
  return { kind: 'parsed', value: document.toJS({ maxAliasCount: 0 }), at: locate(document, lines) };
}

function exceeds(text: string): string | undefined {
  if (Buffer.byteLength(text) > MOST_BYTES) return `larger than ${MOST_BYTES} bytes`;
  const { depth, tokens } = measureNesting(text, MOST);
  if (depth > MOST.depth) return `nested deeper than ${MOST.depth} levels`;
  return tokens > MOST.tokens ? `longer than ${MOST.tokens} words and marks` : undefined;
}

function syntaxMistakes(document: Document.Parsed): readonly { offset: number; message: string }[] {
  return document.errors.map(({ pos, code, message }) => ({
    offset: pos[0],
    message: code === 'MULTIPLE_DOCS' ? 'a file holds one document' : lowerFirst(message),
  }));
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
