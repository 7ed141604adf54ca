import { parseDocument, type Document } from 'yaml';
import { positionsIn } from './lines.ts';
import { locate, type Locator } from './locate.ts';
import type { Mistake } from './mistake.ts';
import { measureNesting } from './nesting.ts';
import { restricted } from './restrictions.ts';

const MOST_BYTES = 1024 * 1024;
/** What stands in a decoded text for bytes that say nothing. */
const UNDECODED = /\ufffd/u;
/**
 * What is no `c-printable` of YAML 1.2.2, 5.1. The parser's own marks are control characters, so that a text with some in
 * it may be read as another.
 */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{7e}\u{85}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const LONE_RETURN = /\r(?!\n)/;
const MOST = { depth: 40, tokens: 50_000 };

/** A YAML text as plain values, with the place of each; or every mistake in it. */
export type ParsedYaml =
  | { readonly kind: 'parsed'; readonly value: unknown; readonly at: Locator }
  | { readonly kind: 'broken'; readonly mistakes: readonly Mistake[] };

/**
 * Reads one document of YAML 1.2, core schema (so dates stay text), without what {@link restricted} refuses.
 * Hostile text is a mistake like any other: this never throws.
 */
export function parseYaml(file: string, text: string): ParsedYaml {
  const refused = refuse(text);
  if (refused) return { kind: 'broken', mistakes: [{ file, ...refused }] };
  const position = positionsIn(text);
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    // `restricted` tells of them: it looks each key up, where the parser compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const wrong = [...syntaxMistakes(document), ...restricted(document)];
  const mistakes = wrong.map(({ offset, message }) => ({ file, ...position(offset), message }));
  if (mistakes.length > 0) return { kind: 'broken', mistakes };
  return { kind: 'parsed', value: document.toJS({ maxAliasCount: 0 }), at: locate(document, position) };
}

/** What keeps a text from being parsed at all. */
function refuse(text: string): Omit<Mistake, 'file'> | undefined {
  const start = { line: 1, column: 1 };
  if (Buffer.byteLength(text) > MOST_BYTES) return { ...start, message: `larger than ${MOST_BYTES} bytes` };
  const unreadable = findCharacter(text, UNDECODED, 'stands for bytes that are not UTF-8');
  const unprintable =
    unreadable ??
    findCharacter(text, UNPRINTABLE, 'is not printable') ??
    findCharacter(text, LONE_RETURN, 'ends a line to some readers and not to others');
  if (unprintable) return unprintable;
  const { depth, tokens } = measureNesting(text, MOST);
  if (depth > MOST.depth) return { ...start, message: `nested deeper than ${MOST.depth} levels` };
  if (tokens > MOST.tokens) return { ...start, message: `longer than ${MOST.tokens} words and marks` };
  return undefined;
}

function findCharacter(text: string, wrong: RegExp, why: string): Omit<Mistake, 'file'> | undefined {
  const found = wrong.exec(text);
  if (!found) return undefined;
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  const message = `the character U+${code} ${why}`;
  return { ...positionsIn(text)(found.index), message };
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
