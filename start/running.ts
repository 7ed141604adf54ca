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

/**
 * Resolves on SIGINT or SIGTERM; a second signal ends the process at once. Under npm also when the parent is gone: npm
 * ends its shell, and not every shell passes the signal on to what it runs.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGINT', ask);
    process.on('SIGTERM', ask);
    if (process.env['npm_lifecycle_event'] !== undefined) whenParentIsGone(() => !asked && ask());
  });
}

function whenParentIsGone(tell: () => void): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    tell();
  }, LOOK_MILLISECONDS).unref();
}
