/** The keys by which an exchange blinds selectors: 32 bytes for every epoch that is still searched. */
export interface BlindingKeys {
  /** The epoch under which contributions are blinded now. */
  readonly current: number;
  /** Every epoch that searches go by, the current one among them. */
  readonly epochs: ReadonlyMap<number, Uint8Array>;
}
