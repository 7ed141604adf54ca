import { setTimeout as pause } from 'node:timers/promises';
import type { Send } from './entry.ts';
import { relaySession } from './session.ts';

/** How an agency tells the index what it holds. */
export interface RelayOptions {
  /** The agency's database; `?schema=` names the schema, by default `public`. */
  readonly url: string;
  /** Code of the agency. */
  readonly agency: string;
  readonly send: Send;
  /** Entries in a batch at most. Default 500. */
  readonly batchSize?: number;
  /** Told what went wrong before it is tried again. */
  readonly onTrouble?: (error: unknown) => void;
}

/** A running relay. */
export interface Relay {
  /** Ends it. What is not acknowledged by then stays in the outbox. */
  stop(): Promise<void>;
}

/**
 * Relays the outbox of an agency's database to the index, in order, from now on. Every entry comes to the index at least
 * once, and under a number by which the index takes it in once. Of several relays of one database one works and the
 * others wait.
 */
export function startRelay(options: RelayOptions): Relay {
  const stopping = new AbortController();
  const stopped = keepRelaying(options, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return stopped;
    },
  };
}

async function keepRelaying({ batchSize = 500, ...options }: RelayOptions, signal: AbortSignal): Promise<void> {
  let failures = 0;
  const onProgress = (): void => void (failures = 0);
  while (!signal.aborted) {
    try {
      await relaySession({ ...options, batchSize, onProgress }, signal);
    } catch (error) {
      if (signal.aborted) return;
      options.onTrouble?.(error);
      await pause(delayMilliseconds(failures++), undefined, { signal }).catch(() => undefined);
    }
  }
}

/** 0.1 s, doubled with every failure in a row, 10 s at most; up to a half less, so that agencies do not retry in step. */
function delayMilliseconds(failures: number): number {
  return Math.min(100 * 2 ** failures, 10_000) * (1 - Math.random() / 2);
}
