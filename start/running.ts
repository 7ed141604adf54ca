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

/** Resolves on SIGINT or SIGTERM; a second signal ends the process at once. */
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
  });
}
