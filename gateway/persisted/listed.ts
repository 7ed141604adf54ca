import { createHash } from 'node:crypto';

/** One operation of a manifest: its id, and the text that is run for it. */
export interface ListedOperation {
  readonly id: string;
  readonly body: string;
}

/** The operations that an operator has listed. */
export class ListedOperations {
  readonly #byId: ReadonlyMap<string, string>;
  readonly #byHash: ReadonlyMap<string, string>;

  constructor(operations: readonly ListedOperation[]) {
    this.#byId = new Map(operations.map(({ id, body }) => [id, body]));
    this.#byHash = new Map(operations.map(({ body }) => [sha256(body), body]));
  }

  get size(): number {
    return this.#byId.size;
  }

  /** The document of an id, or of its own hash; with the prefix `sha256:`, of its hash alone. */
  find(id: string): string | undefined {
    const [, hash] = /^sha256:(.*)$/s.exec(id) ?? [];
    return hash === undefined ? (this.#byId.get(id) ?? this.#byHash.get(id)) : this.#byHash.get(hash);
  }

  /** Whether this is a listed document, to the byte. */
  lists(body: string): boolean {
    return this.#byHash.get(sha256(body)) === body;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
