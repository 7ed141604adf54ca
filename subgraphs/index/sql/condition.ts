import type { Condition, LabelRef } from '../../../policy/condition/condition.ts';
import { LABEL_COLUMNS, type Family } from '../columns.ts';
import { FALSE, TRUE, UNKNOWN, and, or, sql, type Sql } from './fragments.ts';
import { testSql } from './test.ts';

/**
 * A policy condition as a boolean expression over the columns of a pointer of this family.
 * INVARIANT: it is true, false or NULL exactly where `evaluate` is true, false or unknown on a row with the pointer's
 * labels that nothing encloses. SQL's three-valued logic is Kleene's; the tests of labels see to the rest.
 */
export function conditionSql(condition: Condition, family: Family): Sql {
  switch (condition.is) {
    case 'constant':
      return condition.value ? TRUE : FALSE;
    case 'within':
      return condition.type === family ? TRUE : FALSE;
    case 'not':
      return sql`NOT (${conditionSql(condition.of, family)})`;
    case 'all':
      return and(condition.of.map((part) => conditionSql(part, family)));
    case 'any':
      return or(condition.of.map((part) => conditionSql(part, family)));
    case 'test': {
      const column = columnOf(condition.label, family);
      return column ? testSql(condition.label.name, column, condition.test) : UNKNOWN;
    }
  }
}

/** A pointer lies within nothing, so only its own labels are known. */
function columnOf({ name, owners }: LabelRef, family: Family) {
  return owners.includes(family) ? LABEL_COLUMNS[family].get(name) : undefined;
}
