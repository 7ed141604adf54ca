import { Pool } from 'undici';
import { readAnswer, type SubgraphAnswer } from './read-answer.ts';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';
import { WholeAnswer } from './whole-answer.ts';

const CONNECTIONS = 32;
const TIMEOUT_MILLISECONDS = 10_000;
const MOST_ANSWER_BYTES = 16 * 1024 * 1024;

/** So many of the largest answers of one subgraph are held at a time. */
const LARGEST_AT_ONCE = 4;

/** What is demanded of a subgraph. */
export interface SubgraphLimits {
  /** For a whole answer, from the request on. Default 10,000. */
  readonly timeoutMilliseconds?: number | undefined;
  /** The largest answer. Default 16 MiB. */
  readonly answerBytes?: number | undefined;
}

/** One subgraph over HTTP, on connections that are kept. It is not trusted: whatever it sends is bounded, and read as data. */
export class SubgraphClient {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #timeoutMilliseconds: number;
  readonly #mostBytes: number;
  #heldBytes = 0;

  /** @param url of its GraphQL endpoint */
  constructor(url: string, limits: SubgraphLimits = {}) {
    const { origin, pathname, search } = new URL(url);
    const { timeoutMilliseconds = TIMEOUT_MILLISECONDS, answerBytes = MOST_ANSWER_BYTES } = limits;
    this.#path = pathname + search;
    this.#timeoutMilliseconds = timeoutMilliseconds;
    this.#mostBytes = answerBytes;
    this.#pool = new Pool(origin, { connections: CONNECTIONS, connect: { timeout: timeoutMilliseconds } });
  }

  /**
   * Sends a request body. Redirects are not followed: the assertion is for this receiver.
   * @throws SubgraphUnavailable no whole answer in time, none that can be read, too much of it, or a status of failure
   */
  async post(body: string, headers: Readonly<Record<string, string>>): Promise<SubgraphAnswer> {
    let size = 0;
    const take = (bytes: number): void => {
      size += bytes;
      this.#heldBytes += bytes;
      if (size > this.#mostBytes) throw new SubgraphUnavailable('its answer is too large');
      if (this.#heldBytes > this.#mostBytes * LARGEST_AT_ONCE)
        throw new SubgraphUnavailable('its answers are too large for so many at a time');
    };
    try {
      return readAnswer(await this.#send(body, headers, take));
    } catch (error) {
      throw error instanceof SubgraphUnavailable ? error : new SubgraphUnavailable(reasonOf(error));
    } finally {
      this.#heldBytes -= size;
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #send(body: string, headers: Readonly<Record<string, string>>, take: (bytes: number) => void): Promise<Buffer> {
    const answer = new WholeAnswer({ timeoutMilliseconds: this.#timeoutMilliseconds, take });
    const sent = { 'content-type': 'application/json', accept: ACCEPTED, ...headers };
    this.#pool.dispatch({ path: this.#path, method: 'POST', body, headers: sent }, answer);
    return answer.bytes;
  }
}

const ACCEPTED = 'application/graphql-response+json, application/json';

/** The kind of a failure. Its words may quote what was received. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it did not answer';
  const { code } = error as { code?: unknown };
  return `it did not answer: ${typeof code === 'string' ? code : error.name}`;
}
