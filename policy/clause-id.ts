/** `agreement-id#clause-id`. */
export type ClauseId = string;

/** The agreement of a clause. */
export function agreementOf(clause: ClauseId): string {
  return clause.slice(0, clause.indexOf('#'));
}
