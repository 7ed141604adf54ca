import type { TargetSelector } from '../declarations/declaration.ts';
import type { Transaction } from '../store/database.ts';
import { kindsMet, type Agreeing } from './kinds-met.ts';
import type { Found } from './found.ts';

/** A target that is looked for, as far as matching needs it. */
export interface SoughtTarget {
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
  /** Only what was declared before what is sought: each pair once, when everything is matched anew. */
  readonly earlierOnly: boolean;
}

interface Row {
  readonly sought: string;
  readonly id: string;
  readonly agency: string;
  readonly areas: readonly string[];
  readonly agreeing: readonly Agreeing[];
}

/** Targets of other agencies that have a selector in common with these. One statement, whatever there is. */
export async function meetingsOfTargets(
  transaction: Transaction,
  targets: readonly SoughtTarget[],
  { agencies, now, earlierOnly }: LookingAmong,
): Promise<readonly Found[]> {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const sought = targets.flatMap(({ id, agency, selectors }) =>
    selectors.map(({ blind, kinds, feature }) => ({ sought: id, of: agency, blind, kinds, feature: feature ?? null })),
  );
  const { rows } = await transaction.query<Row>(MEETINGS_OF_TARGETS, [
    JSON.stringify(sought),
    [...agencies],
    now,
    earlierOnly,
  ]);
  return rows.flatMap(({ sought: mine, agreeing, ...theirs }) => {
    const selectors = kindsMet(agreeing);
    return selectors.length > 0
      ? [{ mine: byId.get(mine)!, theirs, met: { by: 'selectors', selectors } as const }]
      : [];
  });
}

/** Goes by the index of selectors, once for each that is sought: `OFFSET 0` keeps PostgreSQL from reading all to join them. */
export const MEETINGS_OF_TARGETS = `
  SELECT mine.sought, theirs.id, theirs.agency, theirs.areas,
    jsonb_agg(DISTINCT jsonb_build_object(
      'mine', to_jsonb(mine.kinds), 'theirs', to_jsonb(other.kinds), 'feature', coalesce(mine.feature, other.feature),
      'blind', other.blind)) AS agreeing
  FROM jsonb_to_recordset($1::jsonb) AS mine (sought uuid, of text, blind uuid, kinds text[], feature int)
  CROSS JOIN LATERAL (
    SELECT declaration, blind, kinds, feature FROM selector
    WHERE selector.blind = mine.blind AND agency <> mine.of AND agency = ANY ($2::text[])
    OFFSET 0
  ) AS other
  JOIN declaration AS theirs ON theirs.id = other.declaration
  WHERE theirs.ended_at IS NULL AND (theirs.until IS NULL OR theirs.until > $3::timestamptz)
    AND (NOT $4::boolean OR theirs.arrived < (SELECT arrived FROM declaration WHERE id = mine.sought))
  GROUP BY mine.sought, theirs.id`;
