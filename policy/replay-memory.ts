/** An assertion that was proven, and counts once. */
export interface Used {
  /** Who signed it. */
  readonly issuer: string;
  /** For whom it is. */
  readonly audience: string;
  /** `jti`: another for every assertion of an issuer. */
  readonly id: string;
  /** Until when it would count, in seconds since 1970. */
  readonly until: number;
}

/** What became of an assertion that was to be remembered. */
export type Taken = 'first' | 'again' | 'full';

/**
 * Remembers which assertions were used. Several processes of one party share a store of it (a table with the three parts
 * as its key, rows kept until `until`); a promise that rejects refuses the assertion.
 */
export interface ReplayMemory {
  /** @param now in seconds since 1970 */
  take(used: Used, now: number): Taken | Promise<Taken>;
}

/** How many assertions of one issuer are kept at once: five thousand a second for the forty seconds that they live. */
const MOST_OF_ONE_ISSUER = 200_000;

/**
 * The memory of one process, empty at its start. It is bounded for each issuer, so that who floods it keeps nobody else
 * out. INVARIANT: what is not remembered does not count; when it is full, nothing is until the oldest have expired.
 */
export class LocalReplayMemory implements ReplayMemory {
  readonly #most: number;
  readonly #issuers = new Map<string, Map<string, number>>();
  #forgotten = 0;

  constructor(mostOfOneIssuer = MOST_OF_ONE_ISSUER) {
    this.#most = mostOfOneIssuer;
  }

  take({ issuer, audience, id, until }: Used, now: number): Taken {
    const kept = this.#issuers.get(issuer) ?? new Map<string, number>();
    this.#issuers.set(issuer, kept);
    this.#forget(kept, now);
    const key = `${audience} ${id}`;
    // A clock that was set back would bring to life again what was forgotten.
    if (kept.has(key) || until <= this.#forgotten) return 'again';
    if (kept.size >= this.#most) return 'full';
    kept.set(key, until);
    return 'first';
  }

  /** They come nearly in the order in which they expire: what stays behind another is kept a little longer. */
  #forget(kept: Map<string, number>, now: number): void {
    for (const [key, until] of kept) {
      if (until > now) break;
      kept.delete(key);
      this.#forgotten = Math.max(this.#forgotten, until);
    }
  }
}
