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
  OPERATION_OVER_BUDGET: {
    status: 400,
    meaning: 'The operation asks for more than the subgraph does at a time; the message names the limit.',
    remedy: 'Ask for less: in several operations, or for fewer fields of fewer objects.',
  },
  OPERATION_TOO_SLOW: {
    status: 503,
    meaning: 'The operation took longer than the subgraph works on one. There is no answer, and the work has stopped.',
    remedy: 'Ask for less at a time, or later.',
  },
  ANSWER_TOO_LARGE: {
    status: 400,
    meaning: 'The answer would be larger than the subgraph sends; the message names the limit.',
    remedy: 'Ask for fewer fields of fewer objects at a time.',
  },
  SUBGRAPH_BUSY: {
    status: 503,
    meaning: 'The subgraph has as many operations at hand, and waiting, as it takes.',
    remedy: 'Ask again later.',
  },
  ROUTE_UNKNOWN: {
    status: 404,
    meaning: 'The subgraph answers nothing under that method and path.',
    remedy: 'POST to `/graphql`.',
  },
  REQUEST_FAILED: {
    status: 500,
    meaning: 'Something failed inside the subgraph. What it was is in its own log.',
    remedy: "Ask again; if it stays, tell the agency's desk.",
  },
});
