import type { SelectorKind } from '../../../schema/selectors.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import { mostLookedFor } from '../matching/found.ts';
import type { SoughtTarget } from '../matching/meetings-of-targets.ts';
import type { Transaction } from '../store/database.ts';

/** So many of them the message names: of a key of a name there are more. */
const MOST_NAMED = 20;

/**
 * Refuses a target by one of whose selectors it would not be looked for, as the agency has as many targets under it: who
 * declares it would be told to go, whatever there is. One statement, over what the agency itself has.
 * @throws DeclaredError `TOO_MANY_TARGETS`
 */
export async function refuseUnsought(
  transaction: Transaction,
  { id, agency, selectors }: SoughtTarget,
  now: Date,
): Promise<void> {
  const sought = selectors.map(({ blind, kinds }) => ({ blind, kinds, most: mostLookedFor(kinds) }));
  const { rows } = await transaction.query<Full>(FULL, [JSON.stringify(sought), agency, id, now, MOST_NAMED]);
  const [full] = rows;
  if (!full) return;
  const { kinds, most, ids } = full;
  const which = `${most > ids.length ? 'the first are' : 'they are'} ${ids.join(', ')}`;
  refuse(
    DECONFLICTION_ERRORS.TOO_MANY_TARGETS,
    `your agency has ${most} targets under the same ${kinds.join(' or ')} already; ${which}`,
  );
}

interface Full {
  readonly kinds: readonly SelectorKind[];
  readonly most: number;
  /** By which the agency knows them. */
  readonly ids: readonly string[];
}

/** Goes by the index of selectors, once for each: what is over is not counted, as matching does not count it. */
const FULL = `
  SELECT mine.kinds, mine.most, named.ids
  FROM jsonb_to_recordset($1::jsonb) AS mine (blind uuid, kinds text[], most int)
  CROSS JOIN LATERAL (
    SELECT array_agg(declaration ORDER BY arrived) AS declarations, count(*) AS count FROM (
      SELECT declaration, arrived FROM selector
      WHERE selector.blind = mine.blind AND selector.agency = $2 AND selector.declaration <> $3::uuid
        AND (selector.until IS NULL OR selector.until > $4::timestamptz)
      ORDER BY arrived LIMIT mine.most
    ) AS same
  ) AS own
  CROSS JOIN LATERAL (
    SELECT array_agg(declared_id ORDER BY declaration.arrived) AS ids FROM declaration
    WHERE declaration.id = ANY (own.declarations[1:$5::int])
  ) AS named
  WHERE own.count >= mine.most
  ORDER BY mine.most, mine.blind LIMIT 1`;
