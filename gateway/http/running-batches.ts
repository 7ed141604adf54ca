import { GATEWAY_ERRORS } from '../errors.ts';
import type { BatchLimits } from '../limits/limits.ts';
import type { Counted } from '../limits/rates.ts';
import { RetryLater } from '../limits/retry-later.ts';

const RETRY_SECONDS = 10;

/**
 * The batches that this process is answering.
 * INVARIANT: no viewer has more of them than a viewer may: who sends slowly, or does not read, keeps nobody else waiting.
 */
export class RunningBatches {
  readonly #of = new Map<string, number>();
  #all = 0;

  constructor(private readonly most: Pick<BatchLimits, 'atOnce' | 'ofViewer'>) {}

  /** Begins one. @returns what ends it @throws RetryLater there are as many as there may be */
  begin({ agency, sub }: Counted): () => void {
    const viewer = JSON.stringify([agency, sub]);
    const own = this.#of.get(viewer) ?? 0;
    if (own >= this.most.ofViewer) refuse(`${own} batches of the viewer are being answered already`);
    if (this.#all >= this.most.atOnce) refuse(`${this.#all} batches are being answered already`);
    this.#count(viewer, 1);
    return () => this.#count(viewer, -1);
  }

  #count(viewer: string, change: 1 | -1): void {
    const own = (this.#of.get(viewer) ?? 0) + change;
    this.#all += change;
    if (own > 0) this.#of.set(viewer, own);
    else this.#of.delete(viewer);
  }
}

function refuse(detail: string): never {
  throw new RetryLater(GATEWAY_ERRORS.RATE_LIMITED, detail, RETRY_SECONDS);
}
