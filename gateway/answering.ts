import type { Labels } from '../policy/condition/evaluate.ts';
import type { ClauseId } from '../policy/clause-id.ts';
import type { Decided } from './decide/decide.ts';

/** A request that is being answered: decided, and with what its answers told so far. */
export interface Answering extends Decided {
  /** The word of the viewer's own agency, for subgraphs alone: it is neither recorded nor logged. */
  readonly voucher: string;
  readonly seen: SeenLabels;
  /** Clauses that are past a quota: the grant is without them. */
  readonly spent: ReadonlySet<ClauseId>;
}

/** Labels that answers told of entities, for the time of one request. */
export class SeenLabels {
  readonly #labels = new Map<string, Labels>();

  /** What several answers tell of an entity adds up. */
  note(typename: string, id: unknown, labels: Labels): void {
    if (typeof id === 'string') this.#labels.set(`${typename}:${id}`, { ...this.of(typename, id), ...labels });
  }

  of(typename: string, id: unknown): Labels | undefined {
    return typeof id === 'string' ? this.#labels.get(`${typename}:${id}`) : undefined;
  }
}
