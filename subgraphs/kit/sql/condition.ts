import type { Condition, LabelRef } from '../../../policy/condition/condition.ts';
import { FALSE, TRUE, UNKNOWN, and, or, sql, type Sql } from './fragments.ts';
import type { Place } from './place.ts';
import { testSql } from './test.ts';

/**
 * A policy condition as a boolean expression over the columns of the objects of a place.
 * INVARIANT: it is true, false or NULL exactly where `evaluate` is true, false or unknown on a row with the labels of the
 * nearest of them that the others enclose. SQL's three-valued logic is Kleene's; the tests of labels see to the rest.
 */
export function conditionSql(condition: Condition, place: Place): Sql {
  switch (condition.is) {
    case 'constant':
      return condition.value ? TRUE : FALSE;
    case 'within':
      return place.some(({ type }) => type === condition.type) ? TRUE : FALSE;
    case 'not':
      return sql`NOT (${conditionSql(condition.of, place)})`;
    case 'all':
      return and(condition.of.map((part) => conditionSql(part, place)));
    case 'any':
      return or(condition.of.map((part) => conditionSql(part, place)));
    case 'test':
      return labelSql(condition.label, condition.test, place);
  }
}

/** The nearest object whose type carries the label gives its value, or none does. */
function labelSql({ name, owners }: LabelRef, test: Parameters<typeof testSql>[2], place: Place): Sql {
  const owner = place.find(({ type }) => owners.includes(type));
  const column = owner?.labels.get(name);
  return owner && column ? testSql(column, owner.isAbsent(name), test) : UNKNOWN;
}
