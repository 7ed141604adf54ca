import { GraphQLError } from 'graphql';
import { Pool } from 'undici';

const CONNECTIONS = 64;

/** What a subgraph answered: whatever it sent. */
export interface RemoteAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** A subgraph over HTTP, and what is wrong with its answers in the words of Apollo's own data source. */
export class Remote {
  readonly #pool: Pool;
  readonly #path: string;

  constructor(readonly url: string) {
    const { origin, pathname, search } = new URL(url);
    this.#path = pathname + search;
    this.#pool = new Pool(origin, { connections: CONNECTIONS });
  }

  /** @throws Error that may be told as it is */
  async ask(body: string): Promise<RemoteAnswer> {
    const { statusCode: status, statusText, headers, body: answered } = await this.#send(body);
    const type = String(headers['content-type'] ?? '');
    return readAnswer({ url: this.url, status, statusText, type, text: await answered.text() });
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #send(body: string) {
    try {
      const headers = { 'content-type': 'application/json' };
      return await this.#pool.request({ path: this.#path, method: 'POST', body, headers });
    } catch (error) {
      throw new Error(`request to ${this.url} failed, reason: ${(error as Error).message}`, { cause: error });
    }
  }
}

/** An HTTP answer of a subgraph. */
export interface RemoteResponse {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  /** Content type. */
  readonly type: string;
  readonly text: string;
}

/** What an HTTP answer says. @throws Error in the words of Apollo's own data source, that may be told as it is */
export function readAnswer(response: RemoteResponse): RemoteAnswer {
  const answer = bodyOf(response);
  if (response.status < 200 || response.status > 299) throw refused(response, answer);
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer;
  throw new Error(`Expected JSON response body, but received: ${String(answer)}`);
}

function bodyOf({ url, type, text }: RemoteResponse): unknown {
  if (!/^application\/(graphql-response\+)?json/.test(type)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`invalid json response body at ${url} reason: ${(error as Error).message}`, { cause: error });
  }
}

const CODES: Readonly<Record<number, string>> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN' };

function refused({ url, status, statusText }: RemoteResponse, body: unknown): GraphQLError {
  const code = CODES[status];
  return new GraphQLError(`${status}: ${statusText}`, {
    extensions: { response: { url, status, statusText, body }, ...(code && { code }) },
  });
}
