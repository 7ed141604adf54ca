/** What is looked at again and again. */
export interface Watched<Found> {
  /** Undefined, or a rejection: there is no answer to that now. */
  look(stopped: AbortSignal): Promise<Found | undefined>;
  tell(found: Found): void;
  /** Whether anybody would see what is found. */
  isSeen(): boolean;
}

/** A clock: calls after so many milliseconds. @returns ends it */
export type Later = (milliseconds: number, call: () => void) => () => void;

/** Agreements take effect within a second; somebody who watches a page may wait three more. */
const EVERY_MILLISECONDS = 3_000;
const SELDOM_MILLISECONDS = 60_000;

/** Looks every few seconds while somebody sees it, and more seldom while there is no answer. @returns ends it */
export function watch<Found>({ look, tell, isSeen }: Watched<Found>, later: Later = byTimer): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const again = async (waited: number): Promise<number> => {
    if (!isSeen()) return waited;
    const found = await look(signal).catch(() => undefined);
    if (found === undefined) return Math.min(waited * 2, SELDOM_MILLISECONDS);
    if (!signal.aborted) tell(found);
    return EVERY_MILLISECONDS;
  };
  let end = () => {};
  const wait = (milliseconds: number) => {
    if (!signal.aborted) end = later(milliseconds, () => void again(milliseconds).then(wait));
  };
  wait(EVERY_MILLISECONDS);
  return () => {
    stop.abort();
    end();
  };
}

const byTimer: Later = (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
};
