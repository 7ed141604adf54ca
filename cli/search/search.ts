import { sendBatch, type AnswerLine, type Asking } from './sender.ts';

/** A line of the file that is to be searched by. */
export interface SoughtLine {
  /** From 1, as an editor counts. */
  readonly number: number;
  readonly text: string;
}

/** What became of the lines. */
export interface Tally {
  readonly answered: number;
  readonly found: number;
  /** Lines that cannot be read, or not searched by. */
  readonly refused: number;
  /** Answered without clauses whose quota is used up. */
  readonly spent: number;
  /** Not answered for now: to be sent again. */
  readonly left: number;
}

/** Lines that are sent at once: what is lost with a connection is no more. */
const PART = 1_000;

/** What is wrong with the line itself, and will be when it is sent again. */
const FOR_GOOD: ReadonlySet<string> = new Set(['BAD_LINE', 'BAD_SELECTOR']);

/** The lines of a file that are not blank. */
export function soughtIn(file: string): readonly SoughtLine[] {
  return file
    .split('\n')
    .map((text, index) => ({ number: index + 1, text }))
    .filter(({ text }) => text.trim() !== '');
}

/**
 * Searches by lines, and hands over what is answered for good as it comes, each under the number that it has in the file.
 * @throws SearchFailed
 */
export async function searchBy(
  lines: readonly SoughtLine[],
  asking: Asking,
  take: (answer: AnswerLine) => void,
): Promise<Tally> {
  const tally = { answered: 0, found: 0, refused: 0, spent: 0, left: 0 };
  for (let at = 0; at < lines.length; at += PART) {
    const part = lines.slice(at, at + PART);
    await sendBatch(
      part.map(({ text }) => text.trimEnd()),
      asking,
      (answer) => {
        const line = answer.line === undefined ? undefined : part[answer.line - 1]?.number;
        if (count(answer, tally)) take(line === undefined ? answer : { ...answer, line });
      },
    );
  }
  return tally;
}

/** @returns whether it is answered for good */
function count(answer: AnswerLine, tally: { -readonly [Name in keyof Tally]: number }): boolean {
  if (answer.line === undefined) return true;
  const code = answer.error?.code;
  if (code !== undefined && !FOR_GOOD.has(code)) {
    tally.left += 1;
    return false;
  }
  if (code === undefined) tally.answered += 1;
  else tally.refused += 1;
  if ((answer.records?.count ?? 0) + (answer.cases?.count ?? 0) > 0) tally.found += 1;
  if (answer.spent) tally.spent += 1;
  return true;
}
