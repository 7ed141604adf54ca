import type { Condition } from '../../../policy/condition/condition.ts';
import type { Family } from '../columns.ts';
import { isUuid } from '../text.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { and, sql, type Sql } from '../../kit/sql/fragments.ts';
import { pointerPlace } from './place.ts';

/**
 * Rows on which conditions are true, for a query that reads them in the order of an index.
 *
 * PostgreSQL knows nothing of how many rows pass such formulas: of every test in one it takes half of the rows away, or
 * more, until it believes that next to none are left, and would rather read and sort all. In one CASE the formulas are one
 * thing of which it believes that half passes. What names single objects stands beside it, where the index on ids serves.
 */
export function decidedSql(conditions: readonly Condition[], family: Family): Sql {
  const holds = and(conditions.map((condition) => conditionSql(condition, pointerPlace(family))));
  const named = namedBy({ is: 'all', of: conditions }, family);
  const decided = sql`CASE WHEN ${holds} THEN TRUE ELSE FALSE END`;
  return named ? and([sql`id = ANY(${[...named]}::uuid[])`, decided]) : decided;
}

/** The objects of which alone a condition can be true; undefined: it does not name them. */
function namedBy(condition: Condition, family: Family): readonly string[] | undefined {
  switch (condition.is) {
    case 'test': {
      const { label, test } = condition;
      if (label.name !== 'reference' || !label.owners.includes(family)) return undefined;
      const named = test.op === 'equals' ? [test.value] : test.op === 'anyOf' ? test.values : undefined;
      return named?.filter(isUuid);
    }
    case 'all':
      return condition.of.map((part) => namedBy(part, family)).find((named) => named !== undefined);
    case 'any': {
      const parts = condition.of.map((part) => namedBy(part, family));
      return parts.every((named) => named !== undefined) ? parts.flat() : undefined;
    }
    default:
      return undefined;
  }
}
