import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';

/** An agency sends one after the other; more come from one that is ill, or means ill. */
const MOST_WAITING = 4;

interface Queue {
  length: number;
  last: Promise<unknown>;
}

/**
 * Takes in the contributions of each agency one after the other. INVARIANT: what waits here has no connection, so that an
 * agency that sends many at once waits for itself alone.
 */
export class Queues {
  readonly #of = new Map<string, Queue>();

  /** Does the work when the agency's turn comes. @throws DeclaredError `DECONFLICTION_BUSY`: too many wait already */
  async take<Result>(agency: string, work: () => Promise<Result>): Promise<Result> {
    const queue = this.#of.get(agency) ?? { length: 0, last: Promise.resolve() };
    if (queue.length > MOST_WAITING)
      refuse(
        DECONFLICTION_ERRORS.DECONFLICTION_BUSY,
        `${MOST_WAITING} contributions of the agency are waiting already`,
      );
    this.#of.set(agency, queue);
    queue.length++;
    const done = queue.last.then(work);
    queue.last = done.catch(() => undefined);
    return done.finally(() => {
      if (--queue.length === 0) this.#of.delete(agency);
    });
  }
}
