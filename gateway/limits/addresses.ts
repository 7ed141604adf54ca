import { createHash, createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { GATEWAY_ERRORS } from '../errors.ts';
import { RetryLater } from './retry-later.ts';

const SECONDS = 60;
const BUCKETS = 65_536;
const REMEMBERED_TOKENS = 10_000;

/**
 * Keeps a flood of bad tokens from costing a check of a signature each. Only requests whose token was not good a moment
 * ago are held up: behind one address there may be a whole office, which goes on working.
 *
 * INVARIANT: addresses share a fixed number of counters, so that nobody fills the memory by having many.
 */
export class Addresses {
  readonly #refusals: RateLimiterMemory;
  readonly #salt = randomBytes(16);
  readonly #good = new Set<string>();

  /** @param refusals how many requests without a valid token an address may send in a minute */
  constructor(refusals: number) {
    this.#refusals = new RateLimiterMemory({ points: refusals, duration: SECONDS });
  }

  /** Before a token is looked at. @throws RetryLater */
  async knock(address: string, authorization: string | undefined): Promise<void> {
    if (authorization !== undefined && this.#good.has(digest(authorization))) return;
    const known = await this.#refusals.get(this.#bucket(address));
    if (!known || known.consumedPoints < this.#refusals.points) return;
    throw new RetryLater(
      GATEWAY_ERRORS.RATE_LIMITED,
      `at most ${this.#refusals.points} requests a minute without a valid token are looked at, from one address`,
      Math.max(1, Math.ceil(known.msBeforeNext / 1000)),
    );
  }

  /** A token was good. That it still is, is checked anew at every request. */
  admitted(authorization: string | undefined): void {
    if (authorization === undefined) return;
    if (this.#good.size >= REMEMBERED_TOKENS) this.#good.clear();
    this.#good.add(digest(authorization));
  }

  /** There was no token, or a bad one. */
  async refused(address: string, authorization: string | undefined): Promise<void> {
    if (authorization !== undefined) this.#good.delete(digest(authorization));
    await this.#refusals.penalty(this.#bucket(address));
  }

  #bucket(address: string): string {
    const hash = createHmac('sha256', this.#salt).update(networkOf(address)).digest();
    return String(hash.readUInt32BE(0) % BUCKETS);
  }
}

function digest(authorization: string): string {
  return createHash('sha256').update(authorization).digest('base64url');
}

/** An IPv4 address; of an IPv6 address the first 64 bits, since whoever has one has all of its network. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped ?? !address.includes(':')) return mapped ?? address;
  const [left = '', right = ''] = address.split('::');
  const [head, tail] = [left, right].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - (head?.length ?? 0) - (tail?.length ?? 0)) }, () => '0');
  return [...(head ?? []), ...zeros, ...(tail ?? [])].slice(0, 4).join(':');
}
