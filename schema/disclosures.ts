/** What a clause, and so a hit, discloses of a whole record or case; in words, for the SDL of the hub's subgraphs. */
export const DISCLOSURES = {
  FULL: 'The fields that clauses name are shown.',
  CONTACT: 'It exists, and here is whom to call.',
  EXISTS: 'It exists, no more.',
} as const;
