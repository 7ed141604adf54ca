import { NEVER, keyOf, type Condition } from '../condition/condition.ts';
import { implies } from '../condition/implies.ts';

/** How what is disclosed changes. `differs`: on other objects than before, and neither includes the other for sure. */
export type ChangeKind = 'opens' | 'widens' | 'differs' | 'narrows' | 'closes';

/** How the rows that something is disclosed on change. Undefined: they do not. */
export function changeOfRows(before: Condition, after: Condition): ChangeKind | undefined {
  if (keyOf(before) === keyOf(after)) return undefined;
  if (before === NEVER) return 'opens';
  if (after === NEVER) return 'closes';
  const [wider, narrower] = [implies(before, after), implies(after, before)];
  if (wider && narrower) return undefined;
  if (wider) return 'widens';
  return narrower ? 'narrows' : 'differs';
}
