import type { Pool } from 'pg';

/** Selectors of the index that `fillIndex` makes: each leads to as many pointers, in turn. */
const SELECTORS = 20_000;

/**
 * Fills an index with so many pointers of six agencies, nine of ten records: areas of crime common and rare, dates of
 * twenty years, three selectors each, one of a person's telephone.
 */
export async function fillIndex(pool: Pool, pointers: number): Promise<void> {
  await pool.query(
    `INSERT INTO pointer (id, type, originator, absent, kind, crime_areas, program, recorded_on, occurred_on, status,
      opened_on, districts, releasable_to, not_releasable_to, originator_consent, not_as_evidence, handling_codes,
      contact_role, on_call, subjects, blinds, epoch)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, type::"PointerType",
      (ARRAY['ICE', 'FBI', 'ATF', 'USSS', 'ICRF', 'DEA'])[1 + n / 7 % 6], ARRAY['obtainedFrom'],
      CASE type WHEN 'RECORD' THEN 'REPORT_OF_INVESTIGATION' END,
      ARRAY[CASE WHEN n % 400 = 0 THEN 'cultural-property' WHEN n % 2 = 0 THEN 'drug-trafficking' ELSE 'cybercrime' END],
      CASE WHEN n % 3 = 0 THEN 'OCDETF' ELSE 'other' END,
      CASE type WHEN 'RECORD' THEN date '2005-01-01' + n % 7000 * 7919 % 7000 END,
      CASE type WHEN 'RECORD' THEN date '2005-01-01' + n % 7000 * 104729 % 7000 END,
      CASE type WHEN 'CASE' THEN 'OPEN' END, CASE type WHEN 'CASE' THEN date '2005-01-01' + n % 7000 * 7919 % 7000 END,
      ARRAY['SDNY'], '{}', '{}', false, false, '{}', CASE type WHEN 'LIAISON_CONTACT' THEN 'DUTY_OFFICER' END,
      type = 'LIAISON_CONTACT',
      jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'type', 'PERSON', 'labels',
        '{"minor": false, "dataSubjectCategory": "SUSPECT", "nationalities": ["US"]}'::jsonb)),
      ARRAY[${blind('n')}, ${blind('n * 31')}, ${blind('n * 17')}], 1
    FROM (SELECT n, CASE WHEN n % 500 = 0 THEN 'LIAISON_CONTACT' WHEN n % 10 = 0 THEN 'CASE' ELSE 'RECORD' END AS type
      FROM generate_series(1, $1::int) AS n) AS made`,
    [pointers],
  );
  await pool.query(`
    INSERT INTO selector (blind, pointer, source, subject, originator)
    SELECT led.blind, id, CASE led.place WHEN 1 THEN 1 WHEN 2 THEN 5 ELSE 6 END, 0, originator
    FROM pointer CROSS JOIN LATERAL unnest(blinds) WITH ORDINALITY AS led (blind, place)`);
  await pool.query('INSERT INTO contribution SELECT DISTINCT originator, -1 FROM pointer ON CONFLICT DO NOTHING');
  await pool.query('VACUUM ANALYZE pointer, selector, contribution');
}

function blind(n: string): string {
  return `lpad(to_hex((${n}) % ${SELECTORS}), 32, '0')::uuid`;
}
