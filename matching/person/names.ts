/** What a person is matched by: names, in any script, and the date of birth, as far as they are known. */
export interface PersonNames {
  readonly surname?: string | undefined;
  readonly firstNames?: string | undefined;
  /** `1971`, `1971-03` or `1971-03-09`. */
  readonly dateOfBirth?: string | undefined;
}
