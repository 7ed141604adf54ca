import type { Dispatcher } from 'undici';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What is demanded of one answer. */
export interface WholeAnswerLimits {
  /** From now until the last byte. */
  readonly timeoutMilliseconds: number;
  /** Is told of every piece before it is kept, and throws where that is too much. */
  readonly take: (bytes: number) => void;
}

/**
 * Takes in one answer, whole. It hears of what undici reads without a stream between: that was a tenth of the time of a
 * fetch.
 */
export class WholeAnswer implements Dispatcher.DispatchHandler {
  readonly bytes: Promise<Buffer>;
  readonly #chunks: Buffer[] = [];
  readonly #take: (bytes: number) => void;
  readonly #timer: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #failed: Error | undefined;
  #resolve!: (bytes: Buffer) => void;
  #reject!: (error: Error) => void;

  constructor({ timeoutMilliseconds, take }: WholeAnswerLimits) {
    this.#take = take;
    this.bytes = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(() => this.#fail(new SubgraphUnavailable(TOO_LATE)), timeoutMilliseconds);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#failed) controller.abort(this.#failed);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, statusCode: number, headers: Headers): void {
    if (statusCode < 200) return;
    const unusable = unusableIn(statusCode, headers);
    if (unusable !== undefined) this.#fail(new SubgraphUnavailable(unusable));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#failed) return;
    try {
      this.#take(chunk.byteLength);
      this.#chunks.push(chunk);
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    this.#resolve(this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks));
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    this.#fail(error);
  }

  #fail(error: Error): void {
    if (this.#failed) return;
    this.#failed = error;
    clearTimeout(this.#timer);
    this.#reject(error);
    this.#controller?.abort(error);
  }
}

const TOO_LATE = 'it did not answer: TimeoutError';
const JSON_TYPE = /^application\/(graphql-response\+)?json\s*(;|$)/i;

/** Why the answer is not read; undefined: it is. */
function unusableIn(statusCode: number, headers: Headers): string | undefined {
  if (statusCode > 299) return `it answered with status ${statusCode}`;
  if (!JSON_TYPE.test(String(headers['content-type'] ?? ''))) return 'its answer is of another content type';
  if (!/^(identity)?$/i.test(String(headers['content-encoding'] ?? ''))) return 'its answer is compressed, unasked';
  return undefined;
}
