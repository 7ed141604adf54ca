import { Pool } from 'undici';

/** What a round of load found. */
export interface Round {
  readonly requests: number;
  readonly seconds: number;
  /** Of each answer, in milliseconds, ascending. */
  readonly latencies: readonly number[];
  readonly bytes: number;
}

const CONNECTIONS = 16;

/** Asks one operation again and again, so many at a time, for so long. @throws Error when an answer is no success */
export async function load(
  url: string,
  headers: Readonly<Record<string, string>>,
  query: string,
  seconds: number,
): Promise<Round> {
  const pool = new Pool(new URL(url).origin, { connections: CONNECTIONS });
  const body = JSON.stringify({ query });
  const sent = { 'content-type': 'application/json', ...headers };
  const latencies: number[] = [];
  let bytes = 0;
  const start = performance.now();
  const until = start + seconds * 1000;
  const ask = async () => {
    while (performance.now() < until) {
      const asked = performance.now();
      const response = await pool.request({ path: '/graphql', method: 'POST', headers: sent, body });
      const text = await response.body.text();
      if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}: ${text.slice(0, 500)}`);
      latencies.push(performance.now() - asked);
      bytes = text.length;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  const took = (performance.now() - start) / 1000;
  await pool.close();
  return { requests: latencies.length, seconds: took, latencies: latencies.sort((a, b) => a - b), bytes };
}
