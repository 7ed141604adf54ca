import type { Place } from '../declarations/declaration.ts';
import type { Transaction } from '../store/database.ts';
import { MOST_LOOKED_AT, type Anew, type Found } from './found.ts';
import { boxesAround, metresBetween } from './geometry.ts';

/** An operation that is looked for, as far as matching needs it. */
export interface SoughtEvent {
  /** By which de-confliction knows it. */
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
  /** What is over by then is not looked at. */
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
  readonly metres: number;
  readonly hours: number;
}

/** Operations of other agencies near these in place and time, the first first. One statement, whatever there is. */
export async function meetingsOfEvents(
  transaction: Transaction,
  events: readonly SoughtEvent[],
  { agencies, radiusMetres, hours, now, anew }: LookingAround,
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
    now,
    anew?.duties ?? null,
    MOST_LOOKED_AT,
  ]);
  return rows.map(({ sought: of, metres, hours: apart, earlier, ...other }) => {
    const [mine, theirs] = earlier ? [byId.get(of)!, other] : [other, byId.get(of)!];
    return { mine, theirs, met: { by: 'place', metres, hours: apart } };
  });
}

const METRES = metresBetween('mine.place', 'theirs.place');

/**
 * Goes by the index of places and times, once for each box. The hours between two are none where their times overlap.
 * An operation that lies in both of two boxes is found once.
 */
export const MEETINGS_OF_EVENTS = `
  SELECT sought, id, agency, areas, earlier, metres, hours FROM (
    SELECT met.*, row_number() OVER (PARTITION BY sought, agency ORDER BY arrived) AS place_among
    FROM (
      SELECT DISTINCT mine.sought, theirs.id, theirs.agency, theirs.areas, theirs.arrived, ${METRES} AS metres,
        $6::text IS NULL OR theirs.arrived < own.arrived AS earlier,
        greatest(0, extract(epoch FROM greatest(lower(theirs.span) - upper(mine.span), lower(mine.span) - upper(theirs.span)))
          / 3600)::double precision AS hours
      FROM (
        SELECT sought, of, point(longitude, latitude) AS place, tstzrange("from", until, '[]') AS span,
          tstzrange("from" - $4::double precision * interval '1 hour', until + $4::double precision * interval '1 hour', '[]')
            * tstzrange($5, NULL) AS near,
          box(point(west, south), point(east, north)) AS within
        FROM jsonb_to_recordset($1::jsonb) AS mine (sought uuid, of text, latitude double precision,
          longitude double precision, west double precision, south double precision, east double precision,
          north double precision, "from" timestamptz, until timestamptz)
        OFFSET 0
      ) AS mine
      JOIN declaration AS theirs ON theirs.kind = 'EVENT' AND theirs.ended_at IS NULL
        AND theirs.place <@ mine.within AND theirs.span && mine.near
      LEFT JOIN declaration AS own ON own.id = mine.sought
      WHERE theirs.agency <> mine.of AND theirs.agency = ANY ($2::text[])
        AND ${METRES} <= $3::double precision AND upper(theirs.span) > $5
        AND ($6::text IS NULL OR theirs.arrived < own.arrived OR theirs.matched_by = $6::text)
    ) AS met
  ) AS placed
  WHERE place_among <= $7
  ORDER BY arrived`;
