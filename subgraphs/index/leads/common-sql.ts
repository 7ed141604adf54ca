import { or, sql, type Sql } from '../../kit/sql/fragments.ts';
import { ORGANIZATION, SELECTOR, type Common } from './rules.ts';

/**
 * What two subjects have in common, over a group of `(source, blind)` that are in both: `selector` and `organization`,
 * whether it is enough to take them for one.
 */
export const COMMON = sql`${commonSql(SELECTOR)} AS selector, ${commonSql(ORGANIZATION)} AS organization`;

function commonSql({ strong, names }: Common): Sql {
  const enough = names.map(
    ({ sources, keys }) =>
      sql`count(DISTINCT blind) FILTER (WHERE source = ANY(${[...sources]}::smallint[])) >= ${keys}::int`,
  );
  return or([sql`bool_or(source = ANY(${[...strong]}::smallint[]))`, ...enough]);
}
