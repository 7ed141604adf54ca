import type { Refused } from '../../shared/ask.ts';

/** What is wrong with what was typed. */
const OF_INPUT: ReadonlySet<string> = new Set(['BAD_SELECTOR', 'BAD_USER_INPUT', 'BAD_REQUEST']);

/** Whether a refusal is put right in the form. */
export function isOfInput(state: { readonly is: string; readonly code?: string }): state is Refused {
  return state.is === 'refused' && OF_INPUT.has(state.code ?? '');
}
