import { setTimeout as pause } from 'node:timers/promises';
import type { Receiver } from './receiver.ts';
import { placeAll, relaySession, type SessionOptions } from './session.ts';

/** How an agency tells the hub what it holds. */
export interface RelayOptions {
  /** The agency's database; `?schema=` names the schema, by default `public`. */
  readonly url: string;
  /** Code of the agency. */
  readonly agency: string;
  /** Each is told by itself. */
  readonly receivers: readonly Receiver[];
  /** Entries in a batch at most. Default 500. */
  readonly batchSize?: number;
  /** Told what went wrong before it is tried again, and who could not be told: a receiver, or `hub` for all. */
  readonly onTrouble?: (error: unknown, to: Receiver['name'] | 'hub') => void;
  /** Hears of what a receiver will not have, and was set aside. */
  readonly onRefused?: SessionOptions['onRefused'];
}

/** A running relay. */
export interface Relay {
  /** Ends it. What is not acknowledged by then stays in the outbox. */
  stop(): Promise<void>;
}

/**
 * Relays the outbox of an agency's database to its receivers, in order, from now on. Every entry comes to a receiver at
 * least once, and under a number by which it takes it in once. Of several relays of one database one works for each
 * receiver and the others wait.
 */
export function startRelay(options: RelayOptions): Relay {
  const stopping = new AbortController();
  const stopped = relayAll(options, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return stopped;
    },
  };
}

async function relayAll(options: RelayOptions, signal: AbortSignal): Promise<void> {
  const { url, receivers, batchSize = 500 } = options;
  await patiently(options, { to: 'hub', signal }, async () => {
    await placeAll(url, receivers);
    return 'done';
  });
  await Promise.all(
    receivers.map((receiver) =>
      patiently(options, { to: receiver.name, signal }, (onProgress) =>
        relaySession({ ...options, receiver, batchSize, onProgress }, signal),
      ),
    ),
  );
}

/** Works until it is done or stopped, and again when it fails. */
async function patiently(
  { onTrouble }: RelayOptions,
  { to, signal }: { readonly to: Receiver['name'] | 'hub'; readonly signal: AbortSignal },
  work: (onProgress: () => void) => Promise<'done' | void>,
): Promise<void> {
  let failures = 0;
  const onProgress = (): void => void (failures = 0);
  while (!signal.aborted) {
    try {
      if ((await work(onProgress)) === 'done') return;
    } catch (error) {
      if (signal.aborted) return;
      onTrouble?.(error, to);
      await pause(delayMilliseconds(failures++), undefined, { signal }).catch(() => undefined);
    }
  }
}

/** 0.1 s, doubled with every failure in a row, 10 s at most; up to a half less, so that agencies do not retry in step. */
function delayMilliseconds(failures: number): number {
  return Math.min(100 * 2 ** failures, 10_000) * (1 - Math.random() / 2);
}
