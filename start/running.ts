/** A server that runs in this process. */
export interface Running {
  readonly name: string;
  /** Where it answers GraphQL. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Stops everything, the last started first; goes on when one fails to stop. */
export async function stopAll(running: readonly { stop(): Promise<void> }[]): Promise<void> {
  for (const server of [...running].reverse()) await server.stop().catch(() => undefined);
}

const LOOK_MILLISECONDS = 250;

/** That this process is to stop. */
export interface Stopping {
  /** Resolves when it is. */
  readonly asked: Promise<void>;
  /** Aborted when it is. */
  readonly signal: AbortSignal;
}

/**
 * Hears SIGINT and SIGTERM, and says so at once; a second signal ends the process. Under npm also when the parent is gone: npm
 * ends its shell, and not every shell passes the signal on to what it runs.
 */
export function stopSignal(): Stopping {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ask = () => {
    if (signal.aborted) process.exit(130);
    console.error('stopping …');
    stopping.abort();
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  if (process.env['npm_lifecycle_event'] !== undefined) whenParentIsGone(() => !signal.aborted && ask());
  return { signal, asked: new Promise((resolve) => signal.addEventListener('abort', () => resolve())) };
}

function whenParentIsGone(tell: () => void): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    tell();
  }, LOOK_MILLISECONDS).unref();
}
