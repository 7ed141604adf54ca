import { pino, type Bindings, type DestinationStream, type LogFn, type Logger } from 'pino';
import { redact } from './redact.ts';
import { toldOf } from './told-error.ts';

/** Structured lines on standard error. Nothing secret is handed to it: no values, no selectors, no tokens. */
export type Log = Logger;

/** What `LOG_LEVEL` may be. */
const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/**
 * A log with a second net under it: whatever it is handed by mistake, it tells errors by kind, code and place, and
 * nothing under a secret name.
 * @param level one of `LEVELS`
 * @param to where its lines go: standard error, unless a test listens
 * @throws Error that names the levels
 */
export function openLog(level: string, to?: DestinationStream): Log {
  if (!LEVELS.includes(level)) {
    throw new Error(`LOG_LEVEL is none of ${LEVELS.map((known) => `\`${known}\``).join(', ')}: set it to one of them`);
  }
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        logMethod(args, method) {
          method.apply(this, redacted(args));
        },
      },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  );
  const { child } = log;
  return Object.assign(log, {
    child(this: Logger, bindings: Bindings) {
      return child.call(this, redact(bindings) as Bindings);
    },
  });
}

/** pino would take an error's own message for the line's. */
function redacted([first, ...rest]: Parameters<LogFn>): Parameters<LogFn> {
  const told = first instanceof Error ? { error: toldOf(first) } : redact(first);
  return [told, ...rest.map((value) => redact(value))] as Parameters<LogFn>;
}
