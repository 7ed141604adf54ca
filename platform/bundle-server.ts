import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { ASSERTION_HEADER } from '../policy/assertion.ts';
import type { WrittenBundle } from './bundle-wire.ts';

const LONGEST_WAIT_SECONDS = 60;

/** What has a bundle to offer: a `Rulebook`. */
export interface BundleShelf {
  /** Undefined: there is none that counts. */
  readonly bundle: WrittenBundle | undefined;
  onChange(listener: () => void): () => void;
}

/**
 * `GET /bundle`: the agreements, for parties of the exchange, who check their signatures. With `If-None-Match` and
 * `?wait=<seconds>` the answer comes when there is another bundle, or after that time with status 304.
 * @param prove whether a party calls, by its assertion: it rejects when none does (`bundleCallProof`)
 */
export function serveBundle(
  app: FastifyInstance,
  shelf: BundleShelf,
  prove: (assertion: string | undefined) => Promise<unknown>,
): void {
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  app.get<{ Querystring: { wait?: string } }>('/bundle', async (request, reply) => {
    await prove(request.headers[ASSERTION_HEADER]?.toString());
    const known = request.headers['if-none-match'];
    if (known)
      await whileOpen(request.raw.socket, closing.signal, (over) =>
        change(shelf, known, waitOf(request.query.wait), over),
      );
    const { bundle } = shelf;
    if (!bundle) return reply.code(503).header('retry-after', '1').send({ error: 'there are no current agreements' });
    void reply.header('etag', tagOf(bundle)).header('cache-control', 'no-cache');
    if (known === tagOf(bundle)) return reply.code(304).send();
    return reply.type('application/json').send(bundle.json);
  });
}

/** Until another bundle than the known one is there, the time is up, or nobody waits any more. */
async function change(shelf: BundleShelf, known: string, seconds: number, over: AbortSignal): Promise<void> {
  const isKnown = () => shelf.bundle !== undefined && tagOf(shelf.bundle) === known;
  if (!isKnown()) return;
  const changed = new AbortController();
  const leave = shelf.onChange(() => !isKnown() && changed.abort());
  const signal = AbortSignal.any([over, changed.signal]);
  await sleep(seconds * 1000, undefined, { signal, ref: false }).catch(() => undefined);
  leave();
}

function tagOf(bundle: WrittenBundle): string {
  return `"${bundle.digest}"`;
}

/** Waits with a signal that ends when the caller hangs up. One connection brings many requests: nothing is left on it. */
async function whileOpen(
  socket: NodeJS.EventEmitter,
  closing: AbortSignal,
  wait: (over: AbortSignal) => Promise<void>,
): Promise<void> {
  const closed = new AbortController();
  const hangUp = () => closed.abort();
  socket.once('close', hangUp);
  await wait(AbortSignal.any([closing, closed.signal])).finally(() => socket.off('close', hangUp));
}

function waitOf(wait: string | undefined): number {
  const seconds = Number(wait ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST_WAIT_SECONDS) : 0;
}
