import { readFile } from 'node:fs/promises';
import { systemFailure } from '../platform/system-failure.ts';

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
    throw new UsageError(`cannot read \`${path}\`: ${whyNot(path, error)}`);
  }
}

/** Why a file could not be read or written, and what to do. */
export function whyNot(path: string, error: unknown): string {
  const told = systemFailure(Object.assign(new Error(), { code: (error as NodeJS.ErrnoException).code, path: 'it' }));
  return told?.replace('`it`', 'it') ?? `not a file that \`${path}\` can be`;
}
