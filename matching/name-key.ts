/** What a name is found by in the index: one feature of it, to be blinded. Two names with the same key agree in that feature. */
export interface NameKey {
  /** Number of the feature, from 1 to 255: a byte of what is blinded. INVARIANT: never given to another feature. */
  readonly feature: number;
  readonly text: string;
}
