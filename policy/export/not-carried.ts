/** A part of a clause that an export does not carry. */
export interface NotCarried {
  /** `agreement#clause`. */
  readonly clause: string;
  readonly what: string;
}

/** What of a clause is there, and how it is told that an export leaves it out. */
export type Loss = readonly [present: unknown, what: string];

/** What is there and left out. */
export function lost(clause: string, losses: readonly Loss[]): readonly NotCarried[] {
  return losses.flatMap(([present, what]) => (present ? [{ clause, what }] : []));
}
