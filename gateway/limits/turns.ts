import { GATEWAY_ERRORS } from '../errors.ts';
import type { TextLimits } from './limits.ts';
import type { Counted } from './rates.ts';
import { RetryLater } from './retry-later.ts';

const RETRY_SECONDS = 10;

/** Leave to do what takes much of everybody, for a while. */
export interface Turn {
  /** When it begins, or was given back before it did. */
  readonly begun: Promise<void>;
  /** Gives it back, or no longer waits for it. More than once is no more. */
  end(): void;
}

interface Waiting {
  readonly viewer: string;
  readonly begin: () => void;
}

/**
 * Lets operations that look for texts be answered by turns: each asks every agency.
 * INVARIANT: no viewer has more turns than a viewer may, and who has the fewest is next: whoever asks much waits alone.
 */
export class Turns {
  readonly #of = new Map<string, number>();
  readonly #waiting = new Set<Waiting>();
  readonly #running = new Set<Waiting>();
  #all = 0;

  constructor(private readonly most: TextLimits) {}

  /** Asks for one. @throws RetryLater as many of the viewer's wait already as may */
  ask({ agency, sub }: Counted): Turn {
    const viewer = JSON.stringify([agency, sub]);
    this.#requireRoom(viewer);
    let begin = () => undefined as void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const waiting: Waiting = { viewer, begin };
    this.#waiting.add(waiting);
    this.#next();
    return { begun, end: () => this.#end(waiting) };
  }

  #requireRoom(viewer: string): void {
    const own = [...this.#waiting].filter((one) => one.viewer === viewer).length;
    if (own < this.most.waiting) return;
    const detail = `${own} operations of the viewer that look for texts are waiting already`;
    throw new RetryLater(GATEWAY_ERRORS.RATE_LIMITED, detail, RETRY_SECONDS);
  }

  #end(turn: Waiting): void {
    if (this.#running.delete(turn)) this.#count(turn.viewer, -1);
    else if (this.#waiting.delete(turn)) turn.begin();
    this.#next();
  }

  #next(): void {
    while (this.#all < this.most.atOnce) {
      const next = this.#following();
      if (!next) return;
      this.#waiting.delete(next);
      this.#running.add(next);
      this.#count(next.viewer, 1);
      next.begin();
    }
  }

  /** Of those who may have a turn the one whose viewer has the fewest, and of these the one who asked first. */
  #following(): Waiting | undefined {
    const turnsOf = ({ viewer }: Waiting) => this.#of.get(viewer) ?? 0;
    const open = [...this.#waiting].filter((one) => turnsOf(one) < this.most.ofViewer);
    const fewest = Math.min(...open.map(turnsOf));
    return open.find((one) => turnsOf(one) === fewest);
  }

  #count(viewer: string, change: 1 | -1): void {
    const own = (this.#of.get(viewer) ?? 0) + change;
    this.#all += change;
    if (own > 0) this.#of.set(viewer, own);
    else this.#of.delete(viewer);
  }
}
