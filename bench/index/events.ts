import type { Pool } from 'pg';
import type { SoughtEvent } from '../../subgraphs/deconfliction/matching/meetings-of-events.ts';

/** Whose operations are looked at. */
export const EVENT_AGENCIES = ['ICE', 'FBI', 'ATF'];

/** Planned operations: one in each 1,000 pointers, within a year, and within a country's area. */
export async function buildEvents(pool: Pool, pointers: number): Promise<void> {
  const { rowCount } = await pool.query('SELECT FROM declaration LIMIT 1');
  if (rowCount) return;
  await pool.query(EVENTS, [Math.ceil(pointers / 1000), EVENT_AGENCIES]);
  await pool.query('VACUUM ANALYZE declaration');
}

/** The nth that is looked for. */
export function eventOf(n: number): SoughtEvent {
  const from = new Date(Date.UTC(2026, 0, 1 + ((n * 37) % 365), 6));
  return {
    id: '00000000-0000-4000-8000-000000000000',
    agency: 'DEA',
    areas: ['drug-trafficking'],
    place: { latitude: 30 + ((n * 7919) % 1500) / 100, longitude: -120 + ((n * 104_729) % 4500) / 100 },
    from,
    until: new Date(from.getTime() + 6 * 3600_000),
  };
}

const EVENTS = `
  INSERT INTO declaration (id, agency, kind, areas, declared_at, until, digest, operation, place, span)
  SELECT gen_random_uuid(), ($2::text[])[1 + n % 3], 'EVENT', '{drug-trafficking}', now(), now() + interval '1 year', n::text, 'RAID',
    point(-120 + public.bench_share(n, 51) * 45, 30 + public.bench_share(n, 52) * 15),
    tstzrange(at, at + interval '6 hours')
  FROM generate_series(1, $1::bigint) AS n
  CROSS JOIN LATERAL (SELECT timestamptz '2026-01-01' + public.bench_share(n, 53) * interval '365 days' AS at) AS made`;
