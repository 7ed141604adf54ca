import type { SelectorKind } from '../../schema/selectors.ts';
import type { Hint, Normalised } from './normalised.ts';
import { read } from './readers.ts';

/** The forms by which a selector is looked for, the most specific ones: what is held under any of them is found. */
export function sought(kind: SelectorKind, text: string, hint: Hint = {}): Normalised {
  const its = read(kind, text, hint);
  return its.is === 'read' ? { is: 'normal', forms: its.sought } : its;
}
