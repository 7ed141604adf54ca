import { uuidOfBlind } from '../../../matching/blind-uuid.ts';
import { sql, type Sql } from '../../kit/sql/fragments.ts';
import { leastOf, weightIn } from './relevance.ts';
import type { Sought } from './sought.ts';

/**
 * How many entries of one agency are looked at under one key, those of the first pointers by id: so no search is without
 * bound, and an agency that contributes any number of them crowds out nobody else's. A selector that so many records of an
 * agency share tells nothing of any of them.
 */
export const MOST_UNDER_A_KEY = 10_000;

/**
 * The entries of the index under the keys of what is sought, each `term` by its place: `(term, feature, weight, least,
 * pointer, source, subject)`.
 *
 * INVARIANT: it is driven from the keys. Each is looked up in the one partition that has it, for each originator in the
 * order of pointers, and no plan of any server does otherwise: the limit within stands between the keys and the table.
 */
export function entriesSql(sought: readonly Sought[], originators: readonly string[]): Sql {
  const keys = sought.flatMap((one, term) =>
    one.tokens.map((token) => ({
      term,
      feature: token.feature ?? 0,
      weight: weightIn(one, token),
      least: leastOf(one),
      blind: uuidOfBlind(token.blind),
    })),
  );
  const column = (name: keyof (typeof keys)[number]) => keys.map((key) => key[name]);
  return sql`
    SELECT key.term, key.feature, key.weight, key.least, led.pointer, led.source, led.subject
    FROM unnest(${column('term')}::int[], ${column('feature')}::int[], ${column('weight')}::int[],
      ${column('least')}::int[], ${column('blind')}::uuid[]) AS key (term, feature, weight, least, blind)
    CROSS JOIN unnest(${[...originators]}::text[]) AS whose (originator)
    CROSS JOIN LATERAL (
      SELECT selector.pointer, selector.source, selector.subject FROM selector
      WHERE selector.blind = key.blind AND selector.originator = whose.originator
      ORDER BY selector.pointer, selector.source, selector.subject LIMIT ${MOST_UNDER_A_KEY}::int) AS led`;
}
