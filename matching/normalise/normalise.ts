import type { SelectorKind } from '../../schema/selectors.ts';
import type { Hint, Normalised } from './normalised.ts';
import { read } from './readers.ts';

/** Every form under which a selector that is held can be found: a passport by its country's number, and by its number alone. */
export function normalise(kind: SelectorKind, text: string, hint: Hint = {}): Normalised {
  const its = read(kind, text, hint);
  return its.is === 'read' ? { is: 'normal', forms: its.held } : its;
}
