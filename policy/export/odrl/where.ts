import type { LabelTest, Where } from '../../agreement.ts';
import { constraint, logical, type Operator } from './constraint.ts';
import { date, ref, type Node } from './vocabulary.ts';

/** What an operator becomes where ODRL, which has no negation, must say the opposite. */
const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  eq: 'neq',
  neq: 'eq',
  gt: 'lteq',
  gteq: 'lt',
  lt: 'gteq',
  lteq: 'gt',
  isAnyOf: 'isNoneOf',
  isNoneOf: 'isAnyOf',
  isAllOf: 'concordat:isNotAllOf',
  'concordat:isNotAllOf': 'isAllOf',
};

/** The rows of a clause's `where` as one constraint. Negations go inward, until they are operators. */
export function whereConstraint(where: Where, negated = false): Node {
  const of = Object.entries(where).map(([key, value]) => entry(key, value, negated));
  return logical(negated ? 'or' : 'and', of);
}

function entry(key: string, value: Where[string], negated: boolean): Node {
  const nested = () => (value as readonly Where[]).map((part) => whereConstraint(part, negated));
  if (key === 'not') return whereConstraint(value as Where, !negated);
  if (key === 'allOf') return logical(negated ? 'or' : 'and', nested());
  if (key === 'anyOf') return logical(negated ? 'and' : 'or', nested());
  return ofLabel(key, value as LabelTest, negated);
}

function ofLabel(label: string, test: LabelTest, negated: boolean): Node {
  const left = `concordat:${label}`;
  const one = (operator: Operator, right: unknown) => constraint(left, negated ? OPPOSITE[operator] : operator, right);
  if (label.endsWith('nationalOf')) return one('eq', ref(`concordat:${test as string}`));
  if (typeof test !== 'object') return one('eq', valueOf(test));
  const parts = [
    ...(test.anyOf ? [one('isAnyOf', test.anyOf.map(valueOf))] : []),
    ...(test.allOf ? [one('isAllOf', test.allOf.map(valueOf))] : []),
    ...(test.noneOf ? [one('isNoneOf', test.noneOf.map(valueOf))] : []),
    ...(test.from === undefined ? [] : [one('gteq', valueOf(test.from))]),
    ...(test.until === undefined ? [] : [one('lteq', valueOf(test.until))]),
  ];
  return logical(negated ? 'or' : 'and', parts);
}

function valueOf(value: string | number | boolean): unknown {
  if (value === 'accession') return ref('concordat:accession');
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value) : value;
}
