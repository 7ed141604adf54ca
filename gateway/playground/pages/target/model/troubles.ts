import type { AnswerError } from '../../shared/ask.ts';

/** What went wrong beside an answer. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | undefined;
  /** In how many places. */
  readonly places: number;
}

/** Errors that say the same stand once: an agency that does not answer fails in each of its records. */
export function troublesIn(errors: readonly AnswerError[]): readonly Trouble[] {
  const troubles = new Map<string, Trouble>();
  for (const { message, extensions: { code = 'UNKNOWN', remedy } = {} } of errors) {
    const key = JSON.stringify([code, message, remedy]);
    troubles.set(key, { code, message, remedy, places: (troubles.get(key)?.places ?? 0) + 1 });
  }
  return [...troubles.values()];
}
