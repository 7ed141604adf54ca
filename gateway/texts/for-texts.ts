import { isTextKind, type BlindedKind, type SelectorKind, type TextKind } from '../../schema/selectors.ts';

/** What is made of a selector, or of a text. @param at where it stands: `records.filter.phone` */
type Made<Kind, Value> = (kind: Kind, value: NonNullable<unknown>, at: string) => Value;

/** Of a text something else is made than of a selector. */
export function forTexts<Value>(
  ofText: Made<TextKind, Value>,
  ofSelector: Made<SelectorKind, Value>,
): Made<BlindedKind, Value> {
  return (kind, value, at) => (isTextKind(kind) ? ofText(kind, value, at) : ofSelector(kind, value, at));
}
