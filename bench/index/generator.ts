// Pointers and selectors of people who do not exist, made by PostgreSQL itself: the same at every run.
import { availableParallelism } from 'node:os';
import { Client } from 'pg';
import { run } from './server.ts';

/** Selectors of each pointer. */
export const SELECTORS_EACH = 4;

/** How long a build took, in seconds. */
export interface Built {
  readonly rows: number;
  readonly indexes: number;
  readonly vacuum: number;
}

/** Pointers that one statement makes. */
const STEP = 250_000;

/** Fills an index that has its tables and nothing in them; its indexes are made when all rows are there. */
export async function build(url: string, pointers: number, agencies: readonly string[]): Promise<Built> {
  await run(url, ...FUNCTIONS);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    await client.query('ALTER TABLE pointer DROP CONSTRAINT pointer_pkey');
    const seconds = await timed(() => fill(url, pointers, agencies));
    const indexing = await timed(async () => {
      await client.query('ALTER TABLE pointer ADD PRIMARY KEY (id)');
      for (const { definition } of indexes) {
        tell(definition);
        await client.query(definition.replace(' ON ONLY ', ' ON '));
      }
    });
    const vacuum = await timed(() => client.query('VACUUM (ANALYZE) pointer, selector'));
    await client.query('CHECKPOINT');
    return { rows: seconds, indexes: indexing, vacuum };
  } finally {
    await client.end();
  }
}

/** Over as many connections as there are processors. */
async function fill(url: string, pointers: number, agencies: readonly string[]): Promise<void> {
  const steps = Array.from({ length: Math.ceil(pointers / STEP) }, (_, step) => step * STEP).values();
  const work = async (): Promise<void> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (const from of steps) {
      const range = [from, Math.min(from + STEP, pointers) - 1, pointers];
      await client.query(POINTERS, [...range, agencies]);
      await client.query(SELECTORS, [...range, agencies]);
      tell(`${from.toLocaleString('en-US')} of ${pointers.toLocaleString('en-US')} pointers and those after are there`);
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

function tell(text: string): void {
  console.error(`  ${new Date().toISOString().slice(11, 19)} ${text.slice(0, 100)}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** Those of the tables, not of their partitions, and not that of the key. */
const INDEXES = `
  SELECT index.oid::regclass::text AS name, pg_get_indexdef(index.oid) AS definition
  FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid JOIN pg_class AS held ON held.oid = indrelid
  WHERE held.relname IN ('pointer', 'selector') AND NOT indisprimary ORDER BY 1`;

/** `bench_share`: from 0 to 1, by chance but always the same. */
const FUNCTIONS = [
  `CREATE OR REPLACE FUNCTION bench_share(n bigint, use int) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT (hashint8extended(n, use) & 9007199254740991) / 9007199254740992::double precision $$`,
  `CREATE OR REPLACE FUNCTION bench_id(what text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT overlay(overlay(md5(what) placing '4' from 13 for 1) placing 'a' from 17 for 1)::uuid $$`,
  // A telephone that belongs to two pointers on average, and one in five hundred is one of twenty hot ones.
  `CREATE OR REPLACE FUNCTION bench_phone(n bigint, most bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT md5('phone ' || CASE WHEN bench_share(n, 1) < 0.002 THEN floor(bench_share(n, 2) * 20)::bigint
      ELSE 20 + floor(bench_share(n, 2) * most / 2)::bigint END)::uuid $$`,
  `CREATE OR REPLACE FUNCTION bench_passport(n bigint, most bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT md5('passport ' || floor(bench_share(n, 3) * most * 0.7)::bigint)::uuid $$`,
  // Two keys of a name. A person is in two pointers on average; few names are frequent, most are rare.
  `CREATE OR REPLACE FUNCTION bench_name(n bigint, most bigint, feature int) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT md5('name ' || feature || ' ' ||
      floor(bench_share(floor(bench_share(n, 4) * most / 2)::bigint, 10 + feature) ^ 1.5 * most / 5)::bigint)::uuid $$`,
];

const AREAS = `'{drug-trafficking,money-laundering,firearms-trafficking,cybercrime,terrorism,human-trafficking}'::text[]`;

const POINTERS = `
  INSERT INTO pointer (id, type, originator, contact_id, absent, kind, occurred_on, recorded_on, releasable_to,
    not_releasable_to, originator_consent, not_as_evidence, handling_codes, crime_areas, program, office, status, opened_on,
    districts, subjects, blinds, epoch)
  SELECT bench_id('pointer ' || n), (CASE WHEN is_case THEN 'CASE' ELSE 'RECORD' END)::"PointerType", agency,
    bench_id('contact ' || agency || n % 20),
    CASE WHEN is_case THEN '{closedOn}'::text[] ELSE '{obtainedFrom}'::text[] END,
    CASE WHEN is_case THEN NULL ELSE (ARRAY['REPORT_OF_INVESTIGATION', 'REPORT_OF_INVESTIGATION', 'REPORT_OF_INVESTIGATION',
      'WIRETAP_INTERCEPT', 'FINANCIAL_MATERIAL'])[1 + floor(bench_share(n, 21) * 5)::int] END,
    CASE WHEN is_case THEN NULL ELSE day - 3 END, CASE WHEN is_case THEN NULL ELSE day END,
    own.none, own.none, own.no, own.no, own.none,
    CASE WHEN bench_share(n, 22) < 0.3 THEN ARRAY[areas[area], areas[1 + area % 6]] ELSE ARRAY[areas[area]] END,
    CASE WHEN bench_share(n, 23) < 0.4 THEN 'OCDETF' END, 'Office ' || floor(bench_share(n, 24) * 60)::int,
    CASE WHEN is_case THEN CASE WHEN bench_share(n, 25) < 0.3 THEN 'OPEN' ELSE 'CLOSED' END END,
    CASE WHEN is_case THEN day END, CASE WHEN is_case THEN ARRAY['D' || floor(bench_share(n, 26) * 94)::int] END,
    jsonb_build_array(jsonb_build_object('id', bench_id('person ' || n), 'type', 'PERSON', 'labels',
      jsonb_build_object('nationalities', ARRAY['US'], 'dataSubjectCategory', 'SUSPECT', 'minor', false))),
    ARRAY[bench_phone(n, $3), bench_passport(n, $3), bench_name(n, $3, 1), bench_name(n, $3, 2)], 1
  FROM (
    SELECT n, n % 5 = 0 AS is_case, ($4::text[])[1 + floor(bench_share(n, 20) ^ 2 * cardinality($4::text[]))::int] AS agency,
      date '2016-01-01' + floor(bench_share(n, 27) * 3650)::int AS day, ${AREAS} AS areas,
      1 + floor(bench_share(n, 28) ^ 1.5 * 6)::int AS area
    FROM generate_series($1::bigint, $2::bigint) AS n
  ) AS made
  CROSS JOIN LATERAL (SELECT CASE WHEN is_case THEN NULL ELSE '{}'::text[] END AS none,
    CASE WHEN is_case THEN NULL ELSE false END AS no) AS own`;

const SELECTORS = `
  INSERT INTO selector (blind, pointer, source, subject, originator)
  SELECT made.blind, made.pointer, made.source, made.subject,
    ($4::text[])[1 + floor(bench_share(n, 20) ^ 2 * cardinality($4::text[]))::int]
  FROM generate_series($1::bigint, $2::bigint) AS n
  CROSS JOIN LATERAL (SELECT bench_id('pointer ' || n) AS pointer OFFSET 0) AS own
  CROSS JOIN LATERAL (VALUES
    (bench_phone(n, $3), own.pointer, 1::smallint, 0::smallint), (bench_passport(n, $3), own.pointer, 3, 0),
    (bench_name(n, $3, 1), own.pointer, 5, 0), (bench_name(n, $3, 2), own.pointer, 5, 0)
  ) AS made (blind, pointer, source, subject)`;
