import { pino, type Logger } from 'pino';

/** Structured lines on standard error. Nothing secret is handed to it: no values, no selectors, no tokens. */
export type Log = Logger;

/** @param level of pino: `info` by default, `silent` for none */
export function openLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
