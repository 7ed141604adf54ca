import { GraphQLError } from 'graphql';
import { DeclaredError, declareErrors, type ErrorDeclaration } from '../schema/errors.ts';

/** Every error that the gateway lets out. Anything else is logged, and masked as INTERNAL_SERVER_ERROR. */
export const GATEWAY_ERRORS = declareErrors({
  TOKEN_MISSING: {
    status: 401,
    meaning: 'The request carries no bearer token.',
    remedy: "Send `authorization: Bearer …` with a token of your agency's issuer.",
  },
  TOKEN_INVALID: {
    status: 401,
    meaning: 'The token is malformed, expired, made for another audience, or not signed by its issuer.',
    remedy: 'Sign in again. The token needs an asymmetric signature, the audience `concordat` and an expiry.',
  },
  VOUCHER_MISSING: {
    status: 401,
    meaning: "The token carries no voucher, by which the viewer's agency vouches for them to other agencies.",
    remedy:
      "Tell your agency's issuer: its tokens need the claim `voucher`, a JWT (`typ` `concordat-voucher+jwt`, audience `concordat-subgraphs`) that it signs with the same keys; `docs/joining.md` says what is in it.",
  },
  ISSUER_UNKNOWN: {
    status: 401,
    meaning: 'No agency of this exchange vouches by that issuer.',
    remedy: "Use a token of your own agency's issuer, as the registry lists it.",
  },
  ISSUER_NOT_ENTITLED: {
    status: 403,
    meaning:
      "The issuer vouches for a viewer of another agency; an issuer can vouch for its own agency's viewers only.",
    remedy: "Use a token of your own agency's issuer.",
  },
  PURPOSE_REQUIRED: {
    status: 400,
    meaning: "The operation addresses other agencies' data, and does not say what for.",
    remedy:
      'Send `x-purpose: area=…; use=…; case=…`, or the same as `extensions.purpose` of the request. The areas and uses are in `schema/purposes.yaml`.',
  },
  PURPOSE_INVALID: {
    status: 400,
    meaning: 'The purpose cannot be read, lacks a part, or has one of the wrong type or length.',
    remedy:
      'State at least `area=drug-trafficking; use=investigation; case=DEA-2026-0042`; the message names what is wrong.',
  },
  PURPOSE_INCOMPLETE: {
    status: 400,
    meaning: 'The stage or the use of the purpose asks for a part that is not stated.',
    remedy:
      'From the stage `match` on state `matches`, from `core-data` on `offence` with `max-penalty-months`, at `follow-up` `request`; for the use `threat-to-life` `justification`.',
  },
  PURPOSE_STAGE_MISMATCH: {
    status: 400,
    meaning: 'The purpose states `matches` at a stage at which they say nothing.',
    remedy: 'State the stage that they belong to (`match` or later), or leave them out.',
  },
  UNKNOWN_AREA: {
    status: 400,
    meaning: 'The crime area of the purpose is not in the taxonomy.',
    remedy: 'Choose an area of `schema/purposes.yaml`.',
  },
  UNKNOWN_USE: {
    status: 400,
    meaning: 'The use of the purpose is not in the taxonomy.',
    remedy: 'Choose a use of `schema/purposes.yaml`.',
  },
  UNKNOWN_SEARCH: {
    status: 400,
    meaning: 'The kind of search of the purpose is not in the taxonomy.',
    remedy: 'Choose a kind of search of `schema/purposes.yaml`, or leave it out.',
  },
  UNKNOWN_STAGE: {
    status: 400,
    meaning: 'The exchange has no such stage.',
    remedy: 'Choose `hit`, `match`, `core-data` or `follow-up`, or leave the stage out: then it is `hit`.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 200,
    meaning: "An agency's subgraph did not answer in time; the answer lacks its part.",
    remedy: "Ask again later. The agency's desk is named in `extensions.visibility` and by `agencies` of the registry.",
  },
  SUBGRAPH_FAILED: {
    status: 200,
    meaning: "An agency's subgraph answered with an error; the answer may lack its part.",
    remedy: "Ask again; if it stays, tell the agency's desk.",
  },
  LEDGER_UNAVAILABLE: {
    status: 503,
    meaning: 'The disclosure could not be recorded, so there is no answer.',
    remedy: 'Ask again later. Nothing was disclosed.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    meaning: 'The document is not GraphQL.',
    remedy: 'Mend the syntax at the place that the message names.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    meaning: 'The document does not fit the schema.',
    remedy: 'Compare it with the schema: by introspection, or in `schema/`.',
  },
  BAD_USER_INPUT: {
    status: 400,
    meaning: 'A variable has a value that does not fit its type.',
    remedy: 'Mend the variable that the message names.',
  },
  OPERATION_TOO_LARGE: {
    status: 400,
    meaning: 'The operation is nested too deeply, or has too many fields.',
    remedy: 'Ask for less at once: at most 12 levels, 500 fields with fragments spread out, and 20 root fields.',
  },
  OPERATION_NOT_SUPPORTED: {
    status: 400,
    meaning: 'The operation is not a query.',
    remedy: 'Send a query. Agencies change their data themselves; the graph only reads.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    meaning: 'The document has several operations and none was chosen, or none of that name.',
    remedy: 'Send `operationName`.',
  },
  BAD_REQUEST: {
    status: 400,
    meaning: 'The HTTP request is not a GraphQL request.',
    remedy: 'POST JSON with `query`, and `content-type: application/json`.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    meaning: 'Persisted queries are not offered.',
    remedy: 'Send the whole document.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    meaning: 'Something failed inside. What it was is in the log, not in the answer.',
    remedy: 'Ask again; if it stays, tell the operator when it happened.',
  },
});

/** A declared error as GraphQL carries it: `extensions.code` and `extensions.remedy`. */
export function toGraphQLError(error: DeclaredError): GraphQLError {
  const { code, remedy, status } = error.declaration;
  return new GraphQLError(error.message, { extensions: { code, remedy, http: { status } }, originalError: error });
}

/** Refuses a request. */
export function refuse(declaration: ErrorDeclaration, detail: string): never {
  throw new DeclaredError(declaration, detail);
}
