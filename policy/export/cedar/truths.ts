import { FALSE, TRUE, all, any, not, type Expression } from './expression.ts';

/**
 * A condition that is true, false or unknown, as two Cedar expressions, for Cedar knows only two answers and skips a
 * policy that errs. A sharing clause asks whether it is true, a withholding one whether it is not false.
 */
export interface Truths {
  readonly isTrue: Expression;
  /** True or unknown. */
  readonly notFalse: Expression;
}

export const ALWAYS: Truths = { isTrue: TRUE, notFalse: TRUE };
export const NEVER: Truths = { isTrue: FALSE, notFalse: FALSE };

/** What is always known. */
export function known(expression: Expression): Truths {
  return { isTrue: expression, notFalse: expression };
}

/** Every one is true. */
export function every(of: readonly Truths[]): Truths {
  return { isTrue: all(of.map((one) => one.isTrue)), notFalse: all(of.map((one) => one.notFalse)) };
}

/** Some one is true. */
export function some(of: readonly Truths[]): Truths {
  return { isTrue: any(of.map((one) => one.isTrue)), notFalse: any(of.map((one) => one.notFalse)) };
}

/** It is false. What is unknown stays unknown. */
export function negated({ isTrue, notFalse }: Truths): Truths {
  return { isTrue: not(notFalse), notFalse: not(isTrue) };
}
