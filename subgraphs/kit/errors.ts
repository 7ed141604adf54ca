import { declareErrors } from '../../schema/errors.ts';

/** What a subgraph answers besides data, and besides the refusals of `policy/assertion-errors.ts`. */
export const KIT_ERRORS = declareErrors({
  FIELD_FAILED: {
    status: 200,
    meaning: 'The agency could not answer the field. Why not is in its own log.',
    remedy: "Ask again; if it stays, tell the agency's desk.",
  },
  REQUEST_UNREADABLE: {
    status: 400,
    meaning: 'The request is not a GraphQL request in JSON.',
    remedy: 'POST `{"query": …, "variables": …}` with `content-type: application/json`.',
  },
  DOCUMENT_INVALID: {
    status: 400,
    meaning: "The operation does not fit the subgraph's schema, or a variable does not fit its type.",
    remedy: 'Compose the supergraph anew from the SDL that the subgraph publishes.',
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    meaning: 'The request is larger than the subgraph accepts.',
    remedy: 'Ask for fewer objects at a time.',
  },
  REQUEST_FAILED: {
    status: 500,
    meaning: 'Something failed inside the subgraph. What it was is in its own log.',
    remedy: "Ask again; if it stays, tell the agency's desk.",
  },
});
