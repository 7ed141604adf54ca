import { FEATURES } from '../../../matching/person/features.ts';
import { weightOf } from '../../../matching/person/weights.ts';
import { or, sql, type Sql } from '../../kit/sql/fragments.ts';
import { ORGANIZATION, SELECTOR, type Common } from './rules.ts';

const NUMBERS: readonly number[] = Object.values(FEATURES);
const WEIGHTS = NUMBERS.map(weightOf);

/**
 * What two subjects have in common, over a group of `(source, blind)` that are in both: `selector` and `organization`,
 * whether it is enough to take them for one.
 */
export const COMMON = sql`${commonSql(SELECTOR)} AS selector, ${commonSql(ORGANIZATION)} AS organization`;

function commonSql({ strong, names }: Common): Sql {
  const enough = names.map(({ sources, bits }) => sql`${agreeing(sources)} >= ${bits}::int`);
  return or([sql`bool_or(source = ANY(${[...strong]}::smallint[]))`, ...enough]);
}

/** In how many bits names agree: those of each feature that does, once. The first byte of a blind is its feature. */
function agreeing(sources: readonly number[]): Sql {
  return sql`coalesce((
    SELECT sum(weight) FROM unnest(${[...NUMBERS]}::int[], ${WEIGHTS}::int[]) AS feature (number, weight)
    WHERE number = ANY (
      array_agg(get_byte(uuid_send(blind), 0)) FILTER (WHERE source = ANY(${[...sources]}::smallint[])))), 0)`;
}
