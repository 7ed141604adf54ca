import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import type { Block } from './blocks.ts';
import { readLine, type Line } from './line.ts';
import { blindedIn } from './selectors.ts';

/** Lines as they are sent: nothing in clear but labels. */
export interface Prepared {
  /** Entries in JSON, with commas between them. */
  readonly entries: string;
  readonly rejected: readonly Rejected[];
}

/** A line that is set aside. */
export interface Rejected {
  readonly line: number;
  readonly why: string;
}

/** Reads the lines of a block and blinds their selectors under the current key. */
export function prepare({ from, lines }: Block, keys: BlindingKeys): Prepared {
  const entries: string[] = [];
  const rejected: Rejected[] = [];
  for (const [at, bytes] of lines.entries()) {
    const line = from + at + 1;
    const result = prepareLine(line, bytes, keys);
    if (typeof result === 'object') rejected.push({ line, ...result });
    else if (result !== '') entries.push(result);
  }
  return { entries: entries.join(','), rejected };
}

type Result = string | { readonly why: string };

/** The entry in JSON; empty for a line that says nothing. */
function prepareLine(number: number, bytes: Uint8Array | null, keys: BlindingKeys): Result {
  if (bytes === null) return { why: 'longer than a mebibyte' };
  const text = decoded(bytes);
  if (text === undefined) return { why: 'not UTF-8' };
  if (text.trim() === '') return '';
  const read = readLine(text);
  return 'why' in read ? read : entryOf(number, read.line, keys);
}

function entryOf(line: number, { type, id, contactId, labels, subjects, ...rest }: Line, keys: BlindingKeys): Result {
  const told: Line = { type, id, labels, ...(subjects && { subjects }), ...rest };
  const blinded = blindedIn(told, keys.epochs.get(keys.current)!);
  if ('why' in blinded) return blinded;
  const { selectors } = blinded;
  const epoch = selectors.length > 0 ? { epoch: keys.current } : {};
  return JSON.stringify({
    line,
    type,
    id,
    pointer: { contactId: contactId ?? null, labels, subjects: subjects ?? [], selectors, ...epoch },
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text, without the mark that some editors put at its beginning. Undefined: it is none. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
