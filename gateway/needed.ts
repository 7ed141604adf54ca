import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a part that answers need is there. It rejects when it is not; why is nobody's business but the log's. */
export type Probe = () => Promise<unknown>;

/** What each part was found to be. */
export type Needed = Readonly<Record<string, 'up' | 'down'>>;

const KEPT_MILLISECONDS = 3_000;
const PATIENCE_MILLISECONDS = 2_000;

/**
 * Looks at what every answer needs, at most once in three seconds, however often it is asked: whoever asks for the
 * health of a gateway is known to nobody, and must not wear out what they ask about.
 * @param failed told which part is down, and why
 */
export function needed(
  probes: Readonly<Record<string, Probe>>,
  failed: (where: string, error: unknown) => void,
  clock: () => number = () => performance.now(),
): () => Promise<Needed> {
  let found: { readonly at: number; readonly needed: Promise<Needed> } | undefined;
  return () => {
    const now = clock();
    if (!found || now - found.at > KEPT_MILLISECONDS) found = { at: now, needed: lookAt(probes, failed) };
    return found.needed;
  };
}

async function lookAt(
  probes: Readonly<Record<string, Probe>>,
  failed: (where: string, error: unknown) => void,
): Promise<Needed> {
  const looked = Object.entries(probes).map(async ([name, probe]) => {
    try {
      await Promise.race([probe(), tooLate()]);
      return [name, 'up'] as const;
    } catch (error) {
      failed(`the health of ${name}`, error);
      return [name, 'down'] as const;
    }
  });
  return Object.fromEntries(await Promise.all(looked));
}

async function tooLate(): Promise<never> {
  await sleep(PATIENCE_MILLISECONDS, undefined, { ref: false });
  throw new Error('no answer in time');
}

/** Whether a subgraph of the hub listens. @param url of its GraphQL endpoint */
export function listens(url: string): Probe {
  const health = new URL('/health', url);
  return async () => {
    const response = await fetch(health, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    await response.body?.cancel();
    if (response.status !== 200) throw new Error('it does not answer as it should');
  };
}
