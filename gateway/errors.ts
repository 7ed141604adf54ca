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
    meaning: "The operation addresses other agencies' data, or changes something, and does not say what for.",
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
  BAD_SELECTOR: {
    status: 400,
    meaning:
      'What is searched by (a telephone number, a document, a person, …) cannot be brought into its normal form.',
    remedy: 'Write it as the message says. It names the argument, and never repeats what was given.',
  },
  BAD_TEXT: {
    status: 400,
    meaning: 'A text that is searched for is empty, too long, cannot be read, or is one of too many in one operation.',
    remedy:
      'Look for at most five texts of at most 200 characters at a time. The message never repeats what was given.',
  },
  TEXT_TOO_COMMON: {
    status: 200,
    meaning:
      'An agency finds a text in more records, or cases, than are looked at; the answer lacks the less relevant.',
    remedy: 'Look for something narrower: more words, or words beside each other, in quotes.',
  },
  BAD_LINE: {
    status: 200,
    meaning: 'A line of a batch search is neither JSON with one selector nor a kind of selector and its text.',
    remedy:
      'Write `{"ref": "…", "phone": "+1 202 555 0143"}` or `PHONE +1 202 555 0143`. The other lines are answered.',
  },
  SELECTORS_UNAVAILABLE: {
    status: 503,
    meaning: 'This gateway has no keys to blind selectors with, so nothing can be searched by them.',
    remedy: 'Tell the operator: the file that `BLINDING_KEYS` names is not there, or cannot be read.',
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
  OUTCOME_UNKNOWN: {
    status: 200,
    meaning:
      'A subgraph was asked to change something, and did not say what became of it. It may have been done, or not.',
    remedy: 'Send the same again, with the same ids: what was done is not done twice. Or look whether it is there.',
  },
  LEDGER_UNAVAILABLE: {
    status: 503,
    meaning: 'The disclosure could not be recorded, so there is no answer.',
    remedy: 'Ask again later. Nothing was disclosed, and nothing was changed.',
  },
  OUTCOME_NOT_RECORDED: {
    status: 503,
    meaning:
      'A mutation was carried out as far as it could be, and what its answer discloses could not be recorded, so there is no answer.',
    remedy: 'Send the same again later, with the same ids: what was done is not done twice, and is answered then.',
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
    meaning:
      'The operation is larger than one may be: too long, too deep, or with too many fields, aliases, directives or fragments.',
    remedy: 'Ask for less at once. The message names the limit; `docs/limits.md` lists them.',
  },
  OPERATION_TOO_COSTLY: {
    status: 400,
    meaning:
      'The operation may cost more than one operation may, by the weights of the schema and the keys by which its selectors are looked for.',
    remedy:
      'Ask for shorter pages (`first`), fewer lists inside lists, or fewer names at a time; `docs/limits.md` says how costs are counted.',
  },
  RATE_LIMITED: {
    status: 429,
    meaning: 'The viewer, their agency, or the remote address has asked too often within a minute.',
    remedy: 'Wait as many seconds as the header `retry-after` says.',
  },
  COST_BUDGET_SPENT: {
    status: 429,
    meaning: 'What the viewer or their agency asked within a minute has cost as much as it may.',
    remedy: 'Wait as many seconds as the header `retry-after` says, or ask for less at once.',
  },
  OPERATION_NOT_SUPPORTED: {
    status: 400,
    meaning: 'The operation is a subscription; or a mutation, where no subgraph has any.',
    remedy: 'Send a query, or a mutation that the schema has.',
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
  BATCHING_NOT_SUPPORTED: {
    status: 400,
    meaning: 'The body is a list of requests.',
    remedy: 'Send one request at a time, or ask for several root fields in one operation.',
  },
  NOT_FOUND: {
    status: 404,
    meaning: 'There is nothing under this path.',
    remedy: 'The graph is at `/graphql`.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    meaning: 'The path is not asked by this method.',
    remedy: 'Use a method that the header `allow` names.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    meaning: 'The client accepts none of the forms in which answers are written.',
    remedy: 'Send `accept: application/graphql-response+json`, or `application/json`.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    meaning: 'The request did not arrive whole in time.',
    remedy: 'Send it again, at once.',
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    meaning: 'The body is larger than one may be.',
    remedy: 'Send a smaller one; the message names the limit.',
  },
  CONTENT_TYPE_NOT_SUPPORTED: {
    status: 415,
    meaning: 'The body is not plain JSON in UTF-8.',
    remedy: 'Send `content-type: application/json`, and no `content-encoding`.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    meaning: 'The headers are larger, or more, than they may be.',
    remedy: 'Send fewer; a long purpose goes into `extensions.purpose` of the request.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    meaning: 'Documents are not registered by asking them.',
    remedy: 'Send the whole document alone, or the id of an operation that the operator has listed.',
  },
  PERSISTED_OPERATION_UNKNOWN: {
    status: 400,
    meaning: 'No operation of that id is listed.',
    remedy: 'Ask the operator to list the operation, or send the whole document where that is allowed.',
  },
  PERSISTED_OPERATION_REQUIRED: {
    status: 400,
    meaning: 'Only listed operations are answered here, and this document is none.',
    remedy: 'Send the id of a listed operation; to have one listed, ask the operator.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    meaning: 'Something failed inside. What it was is in the log, not in the answer.',
    remedy: 'Ask again; if it stays, tell the operator when it happened.',
  },
});

/** What is refused besides where something is for whoever sits at this machine alone. */
export const DEVELOPMENT_ERRORS = declareErrors({
  HOST_NOT_LOCAL: {
    status: 421,
    meaning: 'The request names another host than this machine, or came through a proxy.',
    remedy: 'Ask `http://localhost`, `http://127.0.0.1` or `http://[::1]`, with the port that `ready` tells.',
  },
  ORIGIN_FOREIGN: {
    status: 403,
    meaning: 'A page of another origin asks for the token of a persona.',
    remedy: 'Open the page of this gateway itself. Tokens of the demo are for it alone.',
  },
  PERSONA_UNKNOWN: {
    status: 400,
    meaning: 'The demo has no such persona.',
    remedy: 'Choose one of those that `GET /playground/settings` lists.',
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
