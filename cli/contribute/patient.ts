import { setTimeout as pause } from 'node:timers/promises';
import { LoadRefused, type LoadCalls } from '../../subgraphs/kit/loads.ts';

/** Pauses between tries, in milliseconds: the index may be starting anew. */
const PAUSES = [500, 1000, 2000, 4000, 8000, 15_000];

/**
 * Makes each call again when the index does not answer, or fails: it does each once, however often it is called.
 * @param onTrouble hears why, and how long it waits
 */
export function patient(calls: LoadCalls, onTrouble: (error: unknown, milliseconds: number) => void): LoadCalls {
  const patiently = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    for (const milliseconds of PAUSES) {
      try {
        return await call();
      } catch (error) {
        if (error instanceof LoadRefused && error.status < 500) throw error;
        onTrouble(error, milliseconds);
        await pause(milliseconds);
      }
    }
    return call();
  };
  return {
    begin: (again) => patiently(() => calls.begin(again)),
    send: (lines) => patiently(() => calls.send(lines)),
    end: (replace) => patiently(() => calls.end(replace)),
  };
}
