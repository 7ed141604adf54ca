import { Pool } from 'undici';

const CONNECTIONS = 32;
const TIMEOUT_MILLISECONDS = 10_000;
const LARGEST_ANSWER_BYTES = 32 * 1024 * 1024;

/** What a subgraph answered. `data` and `errors` are whatever it sent. */
export interface SubgraphAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** A subgraph that gave no usable answer, and why, for the log. */
export class SubgraphUnavailable extends Error {}

/** One subgraph over HTTP, on connections that are kept. */
export class SubgraphClient {
  readonly #pool: Pool;
  readonly #path: string;

  /**
   * @param url of its GraphQL endpoint
   * @param timeoutMilliseconds for an answer, from the request on. Default 10,000
   */
  constructor(
    url: string,
    readonly timeoutMilliseconds = TIMEOUT_MILLISECONDS,
  ) {
    const { origin, pathname, search } = new URL(url);
    this.#path = pathname + search;
    this.#pool = new Pool(origin, { connections: CONNECTIONS, connect: { timeout: timeoutMilliseconds } });
  }

  /**
   * Sends a request body.
   * @throws SubgraphUnavailable no answer in time, no JSON, too much of it, or a status of failure
   */
  async post(body: string, headers: Readonly<Record<string, string>>): Promise<SubgraphAnswer> {
    try {
      const signal = AbortSignal.timeout(this.timeoutMilliseconds);
      const sent = { 'content-type': 'application/json', accept: 'application/json', ...headers };
      const response = await this.#pool.request({ path: this.#path, method: 'POST', body, headers: sent, signal });
      const text = await limitedText(response.body);
      const answer: unknown = JSON.parse(text);
      if (typeof answer !== 'object' || answer === null) throw new SubgraphUnavailable('its answer is no object');
      if (response.statusCode >= 400 && !('data' in answer)) {
        throw new SubgraphUnavailable(`it answered with status ${response.statusCode}`);
      }
      return answer;
    } catch (error) {
      if (error instanceof SubgraphUnavailable) throw error;
      throw new SubgraphUnavailable(error instanceof Error ? error.message : 'it did not answer', { cause: error });
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

async function limitedText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER_BYTES) throw new SubgraphUnavailable('its answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
