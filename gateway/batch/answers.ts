import { setImmediate as turn } from 'node:timers/promises';
import { DeclaredError } from '../../schema/errors.ts';
import { GATEWAY_ERRORS } from '../errors.ts';
import { CHUNK, type BatchAnswer, type Checked } from './asked.ts';
import { Explained } from './explained.ts';
import type { Line } from './line.ts';

/** Asks for some selectors at once, through the same door as every operation. */
export type AskBatch = (selectors: readonly object[]) => Promise<BatchAnswer>;

/** A refusal of all that was asked, before any of it was answered. */
export class BatchRefused extends Error {
  constructor(readonly answer: BatchAnswer) {
    super('refused');
  }
}

/**
 * Answers lines in their order, as NDJSON: for each a line of its own, and a last one that counts them. Nothing is asked
 * ahead of what is read of it.
 * @throws BatchRefused the first of it is refused: nothing is told of any line
 */
export async function* answersTo(lines: Iterable<Line>, ask: AskBatch): AsyncGenerator<string> {
  const tally = { lines: 0, answered: 0, found: 0, refused: 0 };
  const explained = new Explained();
  for (const chunk of chunksOf(lines)) {
    const sought = chunk.filter((line) => line.is === 'sought');
    const answer = sought.length > 0 ? await ask(sought.map(({ selector }) => selector)) : NOTHING;
    if (!answer.data && tally.answered + tally.refused === 0 && sought.length > 0) throw new BatchRefused(answer);
    if (answer.extensions) explained.add(answer.extensions.visibility);
    const checks = new Map(sought.map((line, place) => [line as Line, answer.data?.selectorChecks[place]]));
    const told = chunk.map((line) => tell(line, checks.get(line), answer));
    for (const one of told) count(one, tally);
    yield told.map((one) => `${JSON.stringify(one)}\n`).join('');
    await turn();
  }
  yield `${JSON.stringify({ done: true, ...tally, visibility: explained.all })}\n`;
}

const NOTHING: BatchAnswer = { status: 200, data: { selectorChecks: [] } };

/** So many that can be asked for at once, with those between them that cannot be. */
function* chunksOf(lines: Iterable<Line>): Generator<readonly Line[]> {
  let chunk: Line[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** What a line says of itself: `error`, or what was found, and what that lacks. */
interface Told {
  readonly line: number;
  readonly ref?: string | number;
  readonly error?: object;
  readonly records?: { readonly count: number };
  readonly cases?: { readonly count: number };
  readonly spent?: readonly string[];
  readonly lacks?: readonly object[];
}

function tell(line: Line, checked: Checked | undefined, answer: BatchAnswer): Told {
  const whose = { line: line.line, ...(line.ref !== undefined && { ref: line.ref }) };
  if (line.is === 'unreadable') return { ...whose, error: errorOf(line.error) };
  if (!checked) return { ...whose, error: errorsIn(answer)[0] ?? errorOf(LOST) };
  const spent = answer.extensions?.visibility.spent;
  const lacks = errorsIn(answer);
  return {
    ...whose,
    records: { count: checked.recordCount, ...hits(checked.records) },
    cases: { count: checked.caseCount, ...hits(checked.cases) },
    ...(spent && { spent }),
    ...(lacks.length > 0 && { lacks }),
  };
}

function hits(all: readonly unknown[]): { readonly hits: readonly unknown[] } {
  return { hits: all.filter((hit) => hit !== null) };
}

const LOST = new DeclaredError(GATEWAY_ERRORS.INTERNAL_SERVER_ERROR, 'something failed inside');

function errorOf({ code, message, declaration }: DeclaredError): object {
  return { code, message, remedy: declaration.remedy };
}

function errorsIn({ errors = [] }: BatchAnswer): readonly object[] {
  return errors.map(({ message, extensions: { code, remedy } }) => ({ code, message, remedy }));
}

function count(told: Told, tally: { lines: number; answered: number; found: number; refused: number }): void {
  tally.lines += 1;
  if (told.error) tally.refused += 1;
  else tally.answered += 1;
  if ((told.records?.count ?? 0) + (told.cases?.count ?? 0) > 0) tally.found += 1;
}
