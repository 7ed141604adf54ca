import { setTimeout as pause } from 'node:timers/promises';
import type { Receiver } from '../outbox/receiver.ts';
import type { AgencyStore } from './agency-store.ts';
import { contributeSome, hasContributedAll } from './contribute-again.ts';

/** How an agency sees to it that the index was told of everything. */
export interface KeepOptions {
  /** Told what went wrong before it is tried again. */
  readonly onTrouble: (error: unknown) => void;
  /** How often it looks whether something is to be told anew. Default: 5 s. */
  readonly lookMilliseconds?: number;
}

/** What goes on until it is stopped. */
export interface Keeping {
  stop(): Promise<void>;
}

const INDEX: Receiver['name'] = 'index';

/** With so many entries that wait to be sent it waits too: what changes now would come after them. */
const MOST_WAITING = 1000;

const WAIT_MILLISECONDS = 100;

/**
 * Sees to it, in the background, that everything that the agency holds is told to the index under the key by which it
 * contributes now: after a change of the epoch, after an upgrade, and when somebody lets it be told anew.
 */
export function keepContributed(store: AgencyStore, { onTrouble, lookMilliseconds = 5000 }: KeepOptions): Keeping {
  const stopping = new AbortController();
  const stopped = keep(store, stopping.signal, lookMilliseconds, onTrouble);
  return {
    stop: () => {
      stopping.abort();
      return stopped;
    },
  };
}

async function keep(
  store: AgencyStore,
  signal: AbortSignal,
  lookMilliseconds: number,
  onTrouble: KeepOptions['onTrouble'],
): Promise<void> {
  while (!signal.aborted) {
    const milliseconds = await look(store).catch((error: unknown) => {
      onTrouble(error);
      return lookMilliseconds;
    });
    await pause(milliseconds ?? lookMilliseconds, undefined, { signal }).catch(() => undefined);
  }
}

/** Does what can be done now. Returns after how long there is more to do; undefined: all is told. */
async function look(store: AgencyStore): Promise<number | undefined> {
  if (await hasContributedAll(store)) return undefined;
  if (await isBusy(store)) return WAIT_MILLISECONDS;
  return (await contributeSome(store)) ? 0 : undefined;
}

/** By what waits for the index, which is told of everything: nobody waits for de-confliction. */
async function isBusy({ prisma }: AgencyStore): Promise<boolean> {
  const rows = await prisma.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM (
      SELECT FROM outbox
      WHERE sequence > coalesce((SELECT sequence FROM outbox_place WHERE receiver = ${INDEX}), 0)
      LIMIT ${MOST_WAITING}) AS oldest`;
  return rows[0]?.waiting === MOST_WAITING;
}
