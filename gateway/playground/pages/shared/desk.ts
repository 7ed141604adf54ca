/** Whom to ask. What is withheld of a contact, or not known, is null. */
export interface Desk {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}
