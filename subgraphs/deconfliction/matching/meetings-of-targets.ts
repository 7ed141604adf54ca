import type { TargetSelector } from '../declarations/declaration.ts';
import type { Transaction } from '../store/database.ts';
import { MOST_LOOKED_AT, mostLookedFor, type Anew, type Found } from './found.ts';
import { kindsMet, type Agreeing } from './kinds-met.ts';

/** A target that is looked for, as far as matching needs it. */
export interface SoughtTarget {
  /** By which de-confliction knows it. */
  readonly id: string;
  readonly agency: string;
  readonly areas: readonly string[];
  readonly selectors: readonly TargetSelector[];
}

/** Who is looked at. */
export interface LookingAmong {
  /** Agencies with which a duty stands. */
  readonly agencies: readonly string[];
  readonly now: Date;
  /** Everything is matched anew: each pair once, and who came later is the one that looked. */
  readonly anew?: Anew;
}

interface Row {
  readonly sought: string;
  readonly id: string;
  readonly agency: string;
  readonly areas: readonly string[];
  readonly earlier: boolean;
  readonly agreeing: readonly Agreeing[];
}

/** How many selectors one statement looks for, unless one target has more. */
const MOST_AT_ONCE = 2_000;

/**
 * Targets of other agencies that have a selector in common with these, the first first. The statements depend on what is
 * looked for alone, and not on what there is.
 */
export async function meetingsOfTargets(
  transaction: Transaction,
  targets: readonly SoughtTarget[],
  looking: LookingAmong,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const some of inParts(targets)) found.push(...(await meetingsOfSome(transaction, some, looking)));
  return found;
}

function inParts(targets: readonly SoughtTarget[]): readonly (readonly SoughtTarget[])[] {
  const parts: SoughtTarget[][] = [[]];
  let room = MOST_AT_ONCE;
  for (const target of targets) {
    if (target.selectors.length > room && parts.at(-1)!.length > 0) {
      parts.push([]);
      room = MOST_AT_ONCE;
    }
    parts.at(-1)!.push(target);
    room -= target.selectors.length;
  }
  return parts;
}

async function meetingsOfSome(
  transaction: Transaction,
  targets: readonly SoughtTarget[],
  { agencies, now, anew }: LookingAmong,
): Promise<readonly Found[]> {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const sought = targets.flatMap(({ id, agency, selectors }) =>
    selectors.map(({ blind, kinds }) => ({ sought: id, of: agency, blind, kinds, most: mostLookedFor(kinds) })),
  );
  const { rows } = await transaction.query<Row>(MEETINGS_OF_TARGETS, [
    JSON.stringify(sought),
    [...agencies],
    now,
    anew?.duties ?? null,
    MOST_LOOKED_AT,
  ]);
  return rows.flatMap(({ sought: of, agreeing, earlier, ...other }) => {
    const selectors = kindsMet(agreeing);
    if (selectors.length === 0) return [];
    const [mine, theirs] = earlier ? [byId.get(of)!, other] : [other, byId.get(of)!];
    return [{ mine, theirs, met: { by: 'selectors', selectors } as const }];
  });
}

/** Goes by the index of selectors, once for each that is sought and each agency: `LIMIT` keeps PostgreSQL from reading all. */
export const MEETINGS_OF_TARGETS = `
  SELECT mine.sought, theirs.id, theirs.agency, theirs.areas, $4::text IS NULL OR theirs.arrived < own.arrived AS earlier,
    jsonb_agg(DISTINCT jsonb_build_object(
      'mine', to_jsonb(mine.kinds), 'theirs', to_jsonb(other.kinds), 'blind', other.blind)) AS agreeing
  FROM jsonb_to_recordset($1::jsonb) AS mine (sought uuid, of text, blind uuid, kinds text[], most int)
  CROSS JOIN LATERAL (SELECT arrived FROM declaration WHERE declaration.id = mine.sought OFFSET 0) AS own
  CROSS JOIN LATERAL (
    SELECT count(*) AS earlier FROM (
      SELECT FROM selector
      WHERE selector.blind = mine.blind AND selector.agency = mine.of AND selector.arrived < own.arrived
        AND (selector.until IS NULL OR selector.until > $3::timestamptz)
      LIMIT $5
    ) AS same
  ) AS among
  JOIN unnest($2::text[]) AS partner (agency) ON partner.agency <> mine.of
  CROSS JOIN LATERAL (
    SELECT declaration, blind, kinds FROM selector
    WHERE selector.blind = mine.blind AND selector.agency = partner.agency
      AND (selector.until IS NULL OR selector.until > $3::timestamptz)
    ORDER BY selector.arrived LIMIT $5
  ) AS other
  JOIN declaration AS theirs ON theirs.id = other.declaration
  WHERE among.earlier < mine.most AND theirs.ended_at IS NULL
    AND ($4::text IS NULL OR theirs.arrived < own.arrived OR theirs.matched_by = $4::text)
  GROUP BY mine.sought, theirs.id, own.arrived
  ORDER BY theirs.arrived`;
