import { asked } from './answer.ts';
import { wanted } from './wanted.ts';

/** Asks the last question again, as whoever asks now. */
export function askAgain(): void {
  const last = asked.get();
  if (!last) return;
  const { query, variables } = last.question;
  wanted.set({ query, variables: variables ? JSON.stringify(variables, null, 2) : '', run: true });
}
