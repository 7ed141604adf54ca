import fc from 'fast-check';
import { EARTH_RADIUS_METRES, boxesAround, metresBetween } from '../../subgraphs/deconfliction/matching/geometry.ts';
import { MEETINGS_OF_EVENTS } from '../../subgraphs/deconfliction/matching/meetings-of-events.ts';
import { MEETINGS_OF_TARGETS } from '../../subgraphs/deconfliction/matching/meetings-of-targets.ts';
import { conflictsOf, plan } from './asked.ts';
import { after, duty, id, rulesetOf, useWorld } from './world.ts';

const world = useWorld();

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** By vectors, and not by the formula that the product uses. */
function metresApart(one: Place, other: Place): number {
  const [[a, b, c], [x, y, z]] = [vector(one), vector(other)];
  const cross = Math.hypot(b * z - c * y, c * x - a * z, a * y - b * x);
  return EARTH_RADIUS_METRES * Math.atan2(cross, a * x + b * y + c * z);
}

function vector({ latitude, longitude }: Place): readonly [number, number, number] {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** Where one comes to that goes so far from a place in a direction. */
function gone({ latitude, longitude }: Place, metres: number, bearing: number): Place {
  const [phi, angle] = [(latitude * Math.PI) / 180, metres / EARTH_RADIUS_METRES];
  const there = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing));
  const turn = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
    Math.cos(angle) - Math.sin(phi) * Math.sin(there),
  );
  const degrees = ((((longitude + (turn * 180) / Math.PI + 180) % 360) + 360) % 360) - 180;
  return { latitude: (there * 180) / Math.PI, longitude: degrees };
}

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const EDGES = fc.constantFrom(-180, -179.9999, 179.9999, 0);
/** As the product keeps them: to a centimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
const places = fc
  .record({
    latitude: fc.oneof(real(-90, 90), fc.constantFrom(-90, 90, 89.9999, -89.9999, 0)),
    longitude: fc.oneof(real(-180, 179.999999), EDGES),
  })
  .map(({ latitude, longitude }) => ({ latitude: rounded(latitude), longitude: rounded(longitude) }));
const RUNS = { seed: 20100326, numRuns: 2000 };

describe('the boxes around a place', () => {
  it('hold everything within the distance, at the poles and across the antimeridian too', () => {
    const check = (place: Place, metres: number, share: number, bearing: number) => {
      const other = gone(place, metres * share, bearing);
      const boxes = boxesAround(place, metres);
      expect(boxes.length).toBeLessThanOrEqual(2);
      const isWithin = boxes.some(
        ({ west, south, east, north }) =>
          other.longitude >= west && other.longitude <= east && other.latitude >= south && other.latitude <= north,
      );
      expect(isWithin).toBe(true);
    };
    fc.assert(fc.property(places, real(1, 1_000_000), real(0, 0.999999), real(0, 2 * Math.PI), check), RUNS);
  });
});

describe('the distance that PostgreSQL finds', () => {
  it('is that along a great circle', async () => {
    const pairs = fc.sample(fc.tuple(places, places), { seed: 7, numRuns: 500 });
    const { rows } = await world.database.query<{ metres: number }>(
      `SELECT ${metresBetween('one', 'other')} AS metres
       FROM (SELECT n, point(a, b) AS one, point(c, d) AS other
         FROM unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[]) WITH ORDINALITY AS t (a, b, c, d, n)) AS pairs
       ORDER BY n`,
      [
        pairs.map(([one]) => one.longitude),
        pairs.map(([one]) => one.latitude),
        pairs.map(([, other]) => other.longitude),
        pairs.map(([, other]) => other.latitude),
      ],
    );
    rows.forEach(({ metres }, at) => expect(Math.abs(metres - metresApart(...pairs[at]!))).toBeLessThan(1));
  });
});

describe('operations', () => {
  it.each([
    ['across the antimeridian', { latitude: 10, longitude: 179.9999 }, { latitude: 10, longitude: -179.9999 }],
    ['on both names of a meridian', { latitude: 10, longitude: 180 }, { latitude: 10, longitude: -180 }],
    ['around a pole', { latitude: 89.999, longitude: 10 }, { latitude: 89.999, longitude: -170 }],
    ['at a pole', { latitude: -90, longitude: 0 }, { latitude: -90, longitude: 120 }],
  ])('meet %s', async (_, one, other) => {
    await plan(world, 'DEA', { n: 1, ...one });
    expect((await plan(world, 'ICE', { n: 2, ...other })).conflicts).toHaveLength(1);
  });

  it('meet at places that are next to nothing from each other', async () => {
    await plan(world, 'DEA', { n: 1, latitude: 5e-324, longitude: -1e-300 });
    expect((await plan(world, 'ICE', { n: 2, latitude: 1e-200, longitude: 1e-170 })).conflicts).toHaveLength(1);
  });

  it('meet by the duty that speaks of them, however far another one looks', async () => {
    const far = duty({ from: ['FBI'], to: ['ICE'], events: { radiusMetres: 1_000_000, hours: 8000 } });
    world.ruleset = rulesetOf(duty(), far);
    await plan(world, 'DEA', { n: 1 });
    await plan(world, 'FBI', { n: 2 });
    await plan(world, 'ICE', { n: 3, latitude: 5 });
    expect(await conflictsOf(world, 'DEA')).toEqual([]);
    expect(await conflictsOf(world, 'FBI')).toHaveLength(1);
  });
});

describe('matching, by its plans', () => {
  /** What PostgreSQL would do, among so many that it is worth an index. */
  async function planOf(statement: string, values: readonly unknown[]): Promise<string> {
    await world.database.query(`
      INSERT INTO declaration (id, agency, kind, areas, declared_at, digest, operation, place, span)
      SELECT gen_random_uuid(), (ARRAY['DEA', 'FBI', 'ATF'])[1 + n % 3], 'EVENT', '{}', now(), '', 'OTHER',
        point(n % 360 - 180, n % 179 - 89), tstzrange(now(), now() + interval '1 hour')
      FROM generate_series(1, 20000) AS n;
      INSERT INTO declaration (id, agency, kind, areas, declared_at, digest)
      SELECT gen_random_uuid(), 'DEA', 'WATCH', '{}', now(), '' FROM generate_series(1, 20000);
      INSERT INTO selector (blind, declaration, agency, kinds, epoch, arrived)
      SELECT gen_random_uuid(), id, 'DEA', '{PHONE}', 1, arrived FROM declaration WHERE kind = 'WATCH';
      ANALYZE declaration; ANALYZE selector;`);
    const { rows } = await world.database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`, [...values]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  it('goes by selectors, and reads nobody’s targets through', async () => {
    const sought = [{ sought: id(1), of: 'ICE', blind: id(7), kinds: ['PHONE'], most: 20 }];
    const said = await planOf(MEETINGS_OF_TARGETS, [JSON.stringify(sought), ['DEA'], after(0), null, 500]);
    expect(said).toMatch(/Index Scan using selector_sought/);
    expect(said).not.toMatch(/Seq Scan/);
  });

  it('goes by place and time, and reads nobody’s operations through', async () => {
    const here = { latitude: 1, longitude: 1, west: 0.9, south: 0.9, east: 1.1, north: 1.1 };
    const sought = [{ sought: id(1), of: 'ICE', ...here, from: after(0), until: after(1) }];
    const said = await planOf(MEETINGS_OF_EVENTS, [JSON.stringify(sought), ['DEA'], 1000, 2, after(0), null, 500]);
    expect(said).toMatch(/(Index Scan using|Bitmap Index Scan on) declaration_place/);
    expect(said).not.toMatch(/Seq Scan/);
  });
});
