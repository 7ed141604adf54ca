import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { UsageError } from '../usage.ts';

/** The file in which answers are kept, with what is in it already. */
export interface Kept {
  /** Numbers of the lines that are answered. */
  readonly answered: ReadonlySet<number>;
  /** Writes one more line, at once: what is written is done. */
  write(line: object): void;
}

/** Only whoever searches may read what they found. */
const MODE = 0o600;

/**
 * Opens a file of answers, or begins it. A line that was cut off in the middle is taken away.
 * @param sought the file of selectors, which answers are of
 * @throws UsageError the answers are of another file
 */
export function keptIn(path: string, sought: string): Kept {
  const of = `sha256-${createHash('sha256').update(sought).digest('base64url')}`;
  if (!existsSync(path)) writeFileSync(path, `${JSON.stringify({ of })}\n`, { mode: MODE, flag: 'wx' });
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(path, end);
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').filter(Boolean).map(read);
  if (lines[0]?.of !== of)
    throw new UsageError(`\`${path}\` has no answers to this file: name another, or take it away`);
  const answered = new Set(lines.flatMap(({ line }) => line ?? []));
  return { answered, write: (line) => appendFileSync(path, `${JSON.stringify(line)}\n`) };
}

function read(text: string): { readonly of?: string; readonly line?: number } {
  try {
    return JSON.parse(text) as { readonly of?: string; readonly line?: number };
  } catch {
    return {};
  }
}
