import { Client } from 'pg';
import { seal } from '../../matching/sealed.ts';
import { FEATURES } from '../../matching/person/features.ts';

/** What is looked for: sealed as the gateway seals it. */
export interface Samples {
  readonly phones: readonly string[];
  readonly persons: readonly string[];
  /** Thousands of telephones, for a batch. */
  readonly batch: readonly string[];
}

interface Row {
  readonly phone: string;
  readonly names: readonly string[];
}

/** Telephones and persons that pointers have, of pointers that lie evenly among all. */
export async function samplesOf(url: string, pointers: number, count: number, batch: number): Promise<Samples> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const rowsOf = async (many: number) => (await client.query<Row>(SAMPLES, [many, pointers])).rows;
    const rows = await rowsOf(count);
    return {
      phones: rows.map(({ phone }) => seal([{ epoch: 1, blind: phone }])),
      persons: rows.map(({ names }) => seal(names.map((blind, at) => ({ epoch: 1, feature: KEYS[at]!, blind })))),
      batch: (await rowsOf(batch)).map(({ phone }) => seal([{ epoch: 1, blind: phone }])),
    };
  } finally {
    await client.end();
  }
}

/** A person is looked for by twelve keys: two that the person has, four that others have, six that nobody has. */
const KEYS: readonly number[] = Object.values(FEATURES).slice(0, 12);

const BASE64URL = (uuid: string) => `rtrim(translate(encode(uuid_send(${uuid}), 'base64'), '+/', '-_'), '=')`;

const SAMPLES = `
  SELECT ${BASE64URL('bench_phone(n, $2)')} AS phone, ARRAY[
    ${BASE64URL('bench_name(n, $2, 1)')}, ${BASE64URL('bench_name(n, $2, 2)')},
    ${BASE64URL('bench_name(n + 1, $2, 1)')}, ${BASE64URL('bench_name(n + 2, $2, 1)')},
    ${BASE64URL('bench_name(n + 1, $2, 2)')}, ${BASE64URL('bench_name(n + 2, $2, 2)')}] || (
      SELECT array_agg(${BASE64URL(`md5('nobody ' || n || ' ' || place)::uuid`)}) FROM generate_series(1, 6) AS place
    ) AS names
  FROM (SELECT floor(bench_share(place, 99) * $2::bigint)::bigint AS n FROM generate_series(1, $1::bigint) AS place) AS chosen`;
