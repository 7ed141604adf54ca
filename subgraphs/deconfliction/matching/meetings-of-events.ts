import type { Place } from '../declarations/declaration.ts';
import type { Transaction } from '../store/database.ts';
import type { Found } from './found.ts';
import { boxesAround, metresBetween } from './geometry.ts';

/** An operation that is looked for, as far as matching needs it. */
export interface SoughtEvent {
  readonly id: string;
  readonly agency: string;
  readonly areas: readonly string[];
  readonly place: Place;
  readonly from: Date;
  readonly until: Date;
}

/** Whose operations are looked at, and how far: the most of any duty. Which duty applies is decided for each that is found. */
export interface LookingAround {
  /** Agencies with which a duty stands. */
  readonly agencies: readonly string[];
  readonly radiusMetres: number;
  readonly hours: number;
  /** Only what was declared before what is sought: each pair once, when everything is matched anew. */
  readonly earlierOnly: boolean;
}

interface Row {
  readonly sought: string;
  readonly id: string;
  readonly agency: string;
  readonly areas: readonly string[];
  readonly metres: number;
  readonly hours: number;
}

/** Operations of other agencies near these in place and time. One statement, whatever there is. */
export async function meetingsOfEvents(
  transaction: Transaction,
  events: readonly SoughtEvent[],
  { agencies, radiusMetres, hours, earlierOnly }: LookingAround,
): Promise<readonly Found[]> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const sought = events.flatMap(({ id, agency, place, from, until }) =>
    boxesAround(place, radiusMetres).map((box) => ({ sought: id, of: agency, ...place, ...box, from, until })),
  );
  const { rows } = await transaction.query<Row>(MEETINGS_OF_EVENTS, [
    JSON.stringify(sought),
    [...agencies],
    radiusMetres,
    hours,
    earlierOnly,
  ]);
  return rows.map(({ sought: mine, metres, hours: apart, ...theirs }) => ({
    mine: byId.get(mine)!,
    theirs,
    met: { by: 'place', metres, hours: apart },
  }));
}

const METRES = metresBetween('mine.place', 'theirs.place');

/**
 * Goes by the index of places and times, once for each box. The hours between two are none where their times overlap.
 * An operation that lies in both of two boxes is found once.
 */
export const MEETINGS_OF_EVENTS = `
  SELECT DISTINCT mine.sought, theirs.id, theirs.agency, theirs.areas, ${METRES} AS metres,
    greatest(0, extract(epoch FROM greatest(lower(theirs.span) - upper(mine.span), lower(mine.span) - upper(theirs.span)))
      / 3600)::double precision AS hours
  FROM (
    SELECT sought, of, point(longitude, latitude) AS place, tstzrange("from", until, '[]') AS span,
      tstzrange("from" - $4::double precision * interval '1 hour', until + $4::double precision * interval '1 hour', '[]') AS near,
      box(point(west, south), point(east, north)) AS within
    FROM jsonb_to_recordset($1::jsonb) AS mine (sought uuid, of text, latitude double precision,
      longitude double precision, west double precision, south double precision, east double precision,
      north double precision, "from" timestamptz, until timestamptz)
    OFFSET 0
  ) AS mine
  JOIN declaration AS theirs ON theirs.kind = 'EVENT' AND theirs.ended_at IS NULL
    AND theirs.place <@ mine.within AND theirs.span && mine.near
  WHERE theirs.agency <> mine.of AND theirs.agency = ANY ($2::text[])
    AND ${METRES} <= $3::double precision
    AND (NOT $5::boolean OR theirs.arrived < (SELECT arrived FROM declaration WHERE id = mine.sought))`;
