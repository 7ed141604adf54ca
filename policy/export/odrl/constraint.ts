import type { Node } from './vocabulary.ts';

/** Operators of ODRL 2.2, and the one that the profile adds. */
export type Operator =
  'eq' | 'neq' | 'gt' | 'gteq' | 'lt' | 'lteq' | 'isAnyOf' | 'isAllOf' | 'isNoneOf' | 'concordat:isNotAllOf';

/** A constraint on one left operand. */
export function constraint(leftOperand: string, operator: Operator, rightOperand: unknown): Node {
  return { leftOperand, operator, rightOperand };
}

/** All of these, or any: a logical constraint where there are several. */
export function logical(how: 'and' | 'or', of: readonly Node[]): Node {
  return of.length === 1 ? of[0]! : { [how]: { '@list': of } };
}
