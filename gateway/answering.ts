import type { Labels } from '../policy/condition/evaluate.ts';
import type { ClauseId } from '../policy/clause-id.ts';
import type { Seal } from './blinding/seal.ts';
import type { Decided } from './decide/decide.ts';
import type { FoundTexts } from './texts/found-texts.ts';

/** A request that is being answered: decided, and with what its answers told so far. */
export interface Answering extends Decided {
  /** The word of the viewer's own agency, for subgraphs alone: it is neither recorded nor logged. */
  readonly voucher: string;
  /** By which selectors are blinded for hubs. */
  readonly seal: Seal;
  readonly seen: SeenLabels;
  /** What agencies found by the texts that it looks for. */
  readonly texts: FoundTexts;
  /** Clauses that are past a quota: the grant is without them. */
  readonly spent: ReadonlySet<ClauseId>;
}

/** Labels that answers told of entities, for the time of one request. */
export class SeenLabels {
  readonly #told: Told[] = [];
  readonly #labels = new Map<string, Labels>();

  /** What several answers tell of an entity adds up. */
  note(typename: string, id: unknown, labels: Labels): void {
    if (typeof id === 'string') this.#told.push({ typename, id, labels });
  }

  of(typename: string, id: unknown): Labels | undefined {
    this.#order();
    return typeof id === 'string' ? this.#labels.get(`${typename}:${id}`) : undefined;
  }

  /** Few requests ever ask: what is told is put in order for those that do. */
  #order(): void {
    for (const { typename, id, labels } of this.#told.splice(0)) {
      const key = `${typename}:${id}`;
      this.#labels.set(key, { ...this.#labels.get(key), ...labels });
    }
  }
}

interface Told {
  readonly typename: string;
  readonly id: string;
  readonly labels: Labels;
}
