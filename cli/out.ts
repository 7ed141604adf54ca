import { writeFile } from 'node:fs/promises';
import type { Terminal } from './terminal.ts';
import { UsageError, whyNot } from './usage.ts';

/** Prints a text, or writes it to the file that the caller named. @throws UsageError when that cannot be */
export async function putOut(text: string, path: string | undefined, { print, complain }: Terminal): Promise<void> {
  const trimmed = text.trimEnd();
  if (path === undefined) return print(trimmed);
  try {
    await writeFile(path, `${trimmed}\n`);
  } catch (error) {
    throw new UsageError(`cannot write \`${path}\`: ${whyNot(path, error)}`);
  }
  complain(`wrote ${path}`);
}
