import type { ApolloServerPlugin } from '@apollo/server';
import type { Answering } from '../answering.ts';
import { GATEWAY_ERRORS } from '../errors.ts';
import { readsJsonOnly } from './media-type.ts';

const { GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_USER_INPUT } = GATEWAY_ERRORS;
/** What is wrong with the GraphQL, not with the HTTP. */
const OF_THE_DOCUMENT: readonly unknown[] = [
  GRAPHQL_PARSE_FAILED.code,
  GRAPHQL_VALIDATION_FAILED.code,
  BAD_USER_INPUT.code,
];

/**
 * Answers 200 where a client that asks for `application/json` by name sent a document with mistakes: such a client
 * takes any other status for a proxy's, and does not read the body.
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export const jsonStatusPlugin: ApolloServerPlugin<Answering> = {
  requestDidStart: async () => ({
    async willSendResponse({ request, response }) {
      if (response.body.kind !== 'single' || !readsJsonOnly(request.http?.headers.get('accept'))) return;
      const { errors = [] } = response.body.singleResult;
      const isMistaken =
        errors.length > 0 && errors.every(({ extensions }) => OF_THE_DOCUMENT.includes(extensions?.['code']));
      if (isMistaken && !('data' in response.body.singleResult)) response.http.status = 200;
    },
  }),
};
