import { DeclaredError } from '../../../schema/errors.ts';
import { KIT_ERRORS } from '../errors.ts';

/** Lets so many go on at a time, and so many wait; the next is turned away. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];
  readonly #mostWaiting: number;

  constructor(atOnce: number, mostWaiting: number) {
    this.#free = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /**
   * Does some work when its turn comes.
   * @param signal ends the waiting
   * @throws DeclaredError `SUBGRAPH_BUSY`
   */
  async take<Outcome>(signal: AbortSignal, work: () => Promise<Outcome> | Outcome): Promise<Outcome> {
    await this.#turn(signal);
    const done = this.#leave.bind(this, { left: false });
    signal.addEventListener('abort', done, { once: true });
    try {
      return await work();
    } finally {
      done();
      signal.removeEventListener('abort', done);
    }
  }

  /** What is worked on past its time may never end; its place is free all the same. */
  #leave(turn: { left: boolean }): void {
    if (turn.left) return;
    turn.left = true;
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }

  async #turn(signal: AbortSignal): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.length >= this.#mostWaiting) {
      const detail = `${this.#mostWaiting} operations are waiting already`;
      throw new DeclaredError(KIT_ERRORS.SUBGRAPH_BUSY, detail);
    }
    await new Promise<void>((resolve, reject) => {
      const gone = () => {
        this.#waiting.splice(this.#waiting.indexOf(mine), 1);
        reject(signal.reason as Error);
      };
      const mine = () => {
        signal.removeEventListener('abort', gone);
        resolve();
      };
      signal.addEventListener('abort', gone, { once: true });
      this.#waiting.push(mine);
    });
  }
}
