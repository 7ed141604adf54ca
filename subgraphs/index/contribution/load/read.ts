import { INDEX_ERRORS, refuse } from '../../errors.ts';
import { isObject, type Json } from '../../../kit/json.ts';
import { isUuid } from '../../text.ts';
import { mistakesOfObject } from '../read.ts';
import type { LineEntry, LoadRequest, Refused } from './request.ts';

/** How many lines one call may carry. */
const MOST_LINES = 5000;

const NAME = /^[\w-]{1,100}$/;

/**
 * Reads the body of a call. An entry that is not of the declared form is refused alone: the others are taken in.
 * @throws DeclaredError `BAD_CONTRIBUTION` when the call itself is not of the declared form
 */
export function readLoad(body: unknown): LoadRequest {
  if (!isObject(body)) return bad('the body must be an object');
  const { agency, load, step } = body;
  if (typeof agency !== 'string') return bad('`agency` must be a text');
  if (typeof load !== 'string' || !NAME.test(load)) return bad('`load` must be a name of 1 to 100 letters and digits');
  switch (step) {
    case 'BEGIN':
      return { agency, load, step, again: body['again'] === true };
    case 'LINES':
      return { agency, load, step, ...readLines(body) };
    case 'REST':
      return { agency, load, step, after: readAfter(body['after']) };
    case 'END':
      return { agency, load, step, replace: body['replace'] === true };
    default:
      return bad('`step` must be `BEGIN`, `LINES`, `REST` or `END`');
  }
}

function readLines({ from, until, rejected, entries, kept = from }: Json) {
  if (!isCount(from) || !isCount(until) || until <= from || until - from > MOST_LINES)
    return bad(`\`from\` and \`until\` must enclose 1 to ${MOST_LINES} lines`);
  if (!isCount(rejected) || !Array.isArray(entries) || rejected + entries.length > until - from)
    return bad('`rejected` and `entries` must be no more than the lines');
  if (!isCount(kept) || kept > from) return bad('`kept` must be a number of lines that come before these');
  const list: readonly unknown[] = entries;
  if (!list.every((entry): entry is Numbered => isObject(entry) && isLineOf(from, until, entry['line'])))
    return bad('every entry must have the number of its `line`');
  const refused = list.flatMap(refusedFor);
  const lines = new Set(refused.map(({ line }) => line));
  return { from, until, rejected, kept, refused, entries: list.filter(({ line }) => !lines.has(line)).map(entryOf) };
}

type Numbered = Json & { readonly line: number };

function refusedFor(entry: Numbered): readonly Refused[] {
  const mistakes = mistakesOfObject(entry);
  return mistakes.length > 0 ? [{ line: entry.line, why: `BAD_CONTRIBUTION: ${mistakes.slice(0, 3).join('; ')}` }] : [];
}

function readAfter(after: unknown): string | null {
  if (after === undefined || after === null) return null;
  return typeof after === 'string' && isUuid(after) ? after : bad('`after` must be a UUID or null');
}

function entryOf(entry: Numbered): LineEntry {
  const read = entry as unknown as LineEntry;
  return { ...read, id: read.id.toLowerCase() };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isLineOf(from: number, until: number, line: unknown): boolean {
  return isCount(line) && line > from && line <= until;
}

function bad(mistake: string): never {
  return refuse(INDEX_ERRORS.BAD_CONTRIBUTION, mistake);
}
