import { Kind, parse } from 'graphql';
import { asked } from './answer.ts';
import { wanted } from './wanted.ts';

/** Asks the last question again, as whoever asks now. What would change something is shown, and asked by its own button alone. */
export function askAgain(): void {
  const last = asked.get();
  if (!last) return;
  const { query, variables } = last.question;
  wanted.set({ query, variables: variables ? JSON.stringify(variables, null, 2) : '', run: !changes(query) });
}

/** What cannot be read changes nothing: the gateway refuses it. */
function changes(query: string): boolean {
  try {
    const { definitions } = parse(query);
    return definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation !== 'query');
  } catch {
    return false;
  }
}
