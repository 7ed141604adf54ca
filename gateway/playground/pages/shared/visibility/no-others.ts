/** Said of an answer that holds no other agency's data. That nothing is withheld would be too much: a ledger leaves out. */
export const NO_OTHERS =
  'No other agency’s data was asked for. Your own agency’s is yours; of the registry, the ledger and the schema you are told your part, and other parties’ part is left out.';
