import type { Log } from '../platform/log.ts';
import type { Archived } from '../platform/rulebook.ts';

/** Agreements that operators should look after. */
export type Kept = Pick<Archived, 'absent' | 'outdated'>;

/** Parties that find the same tell it together: the parties of a process hear of a change one after the other. */
export interface KeptAgreements {
  /** What a party finds now. Undefined: all that was agreed arrives. */
  found(party: string, kept: Kept | undefined): void;
  /** Tells now what would be told soon. */
  settle(): void;
}

const SETTLING_MILLISECONDS = 1_000;

const KEPT =
  'agreements that all parties signed no longer arrive: they share nothing, and withhold what they withheld. ' +
  '`concordat archive` tells which, and how it ends';

/**
 * Tells the log once what parties of this process find alike, and again after none of them has found it any more.
 * @param soon calls after a moment; for tests
 */
export function keptAgreements(log: Pick<Log, 'warn'>, soon = afterAMoment): KeptAgreements {
  const standing = new Map<string, string>();
  const told = new Set<string>();
  const waiting = new Map<string, { readonly parties: Set<string>; readonly kept: Kept }>();
  const settle = () => {
    for (const [text, { parties, kept }] of waiting) {
      told.add(text);
      log.warn({ parties: [...parties], ...kept }, KEPT);
    }
    waiting.clear();
    forget(told, standing);
  };
  return {
    settle,
    found(party, kept) {
      const text = JSON.stringify(kept ?? null);
      if (standing.get(party) === text) return;
      standing.set(party, text);
      forget(told, standing);
      if (!kept || told.has(text)) return;
      if (waiting.size === 0) soon(settle);
      const known = waiting.get(text);
      if (known) known.parties.add(party);
      else waiting.set(text, { parties: new Set([party]), kept });
    },
  };
}

/** What nobody finds any more is news when somebody finds it again. */
function forget(told: Set<string>, standing: ReadonlyMap<string, string>): void {
  const found = new Set(standing.values());
  for (const text of told) if (!found.has(text)) told.delete(text);
}

function afterAMoment(call: () => void): void {
  setTimeout(call, SETTLING_MILLISECONDS).unref();
}
