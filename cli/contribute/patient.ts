import { setTimeout as pause } from 'node:timers/promises';
import { LoadRefused, type LoadCalls, type LoadRest } from '../../subgraphs/kit/loads.ts';

/** Pauses between tries, in milliseconds: the index may be starting anew. */
const PAUSES = [500, 1000, 2000, 4000, 8000, 15_000];

/** The index does not answer, and it is waited for no longer. */
export class IndexAway extends Error {
  override readonly name = 'IndexAway';

  /** @param isStopped whether somebody has stopped the command meanwhile */
  constructor(
    readonly isStopped: boolean,
    override readonly cause: unknown,
  ) {
    super('the index does not answer');
  }
}

/** How calls are made again. */
export interface Patience {
  /** Hears why a call is made again, and how long it waits. */
  readonly onTrouble: (error: unknown, milliseconds: number) => void;
  /** Aborted: it waits no longer. */
  readonly signal: AbortSignal;
  /** Default: half a second at first, a quarter of a minute at last. */
  readonly pauses?: readonly number[];
}

/**
 * Makes each call again when the index does not answer, or fails: it does each once, however often it is called.
 * Its calls throw LoadRefused, or IndexAway.
 */
export function patient(calls: LoadCalls, { onTrouble, signal, pauses = PAUSES }: Patience): LoadCalls {
  const patiently = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    for (let tries = 0; ; tries++) {
      try {
        return await call();
      } catch (error) {
        if (error instanceof LoadRefused && error.status < 500) throw error;
        const milliseconds = pauses[tries];
        if (milliseconds === undefined || signal.aborted) throw new IndexAway(signal.aborted, error);
        onTrouble(error, milliseconds);
        await pause(milliseconds, undefined, { signal }).catch(() => {
          throw new IndexAway(true, error);
        });
      }
    }
  };
  return {
    begin: (again) => patiently(() => calls.begin(again)),
    send: (lines) => patiently(() => calls.send(lines)),
    rest: (): Promise<LoadRest> => patiently(() => calls.rest()),
    end: (replace) => patiently(() => calls.end(replace)),
  };
}
