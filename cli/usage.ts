import { readFile } from 'node:fs/promises';

/** Exit statuses of every verb. */
export const EXIT = { fine: 0, mistakes: 1, usage: 2 } as const;

/** The command was called wrongly: the message says how, and the exit status is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Text of a file that the caller named. @throws UsageError when it cannot be read */
export async function readNamed(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read \`${path}\`: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`);
  }
}
