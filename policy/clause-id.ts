/** `agreement-id#clause-id`. */
export type ClauseId = string;
