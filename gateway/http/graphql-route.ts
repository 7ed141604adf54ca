import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answering } from '../answering.ts';
import type { Literals } from '../blinding/literals.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { limitDocument } from '../limits/document.ts';
import type { DocumentOf } from '../persisted/document-of.ts';
import { admit, type Admission } from './admission.ts';
import { readAsked, type Asked } from './asked.ts';
import { mediaTypeFor } from './media-type.ts';
import { thrown } from './refusal.ts';

/** What the graph is asked through. */
export interface GraphqlDoor extends Admission {
  readonly apollo: ApolloServer<Answering>;
  /** The document that a request means. */
  readonly documentOf: DocumentOf;
  /** Takes selectors out of it. */
  readonly literals: Literals;
  /** Of a document. */
  readonly mostTokens: number;
}

/** Serves `/graphql` by GET and POST: https://graphql.github.io/graphql-over-http/draft/ */
export function serveGraphql(app: FastifyInstance, door: GraphqlDoor): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => {
      if (!mediaTypeFor(request.headers.accept))
        refuse(GATEWAY_ERRORS.NOT_ACCEPTABLE, 'the client accepts neither of the media types of a GraphQL response');
      return write(reply, await answerTo(request, readAsked(request), door));
    },
  });
}

/**
 * Answers what a request asks. A document is looked up, measured and read only for a viewer: nobody else learns which are listed.
 *
 * INVARIANT: Apollo hashes the text that it is handed here, and plans are cached by that hash. No selector is in it.
 * @param headers in the place of the request's own
 */
export async function answerTo(
  request: FastifyRequest,
  asked: Asked,
  door: GraphqlDoor,
  headers: Readonly<Record<string, string>> = {},
): Promise<HTTPGraphQLResponse> {
  const entered = await enter(request, asked, door);
  return door.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: forApollo(request, 'answered' in entered ? entered.answered : asked, headers),
    context: async () => {
      if ('refusal' in entered) throw thrown(entered.refusal);
      return entered.answering;
    },
  });
}

type Entered = { readonly answering: Answering; readonly answered: Asked } | { readonly refusal: unknown };

async function enter(request: FastifyRequest, asked: Asked, door: GraphqlDoor): Promise<Entered> {
  try {
    const means = door.documentOf(asked);
    const answering = await admit(request, asked, door);
    if ('refusal' in means) return means;
    const { query, extensions } = means;
    limitDocument(query, door.mostTokens);
    return { answering, answered: { ...asked, ...door.literals.takeOut({ ...asked, query }), extensions } };
  } catch (refusal) {
    return { refusal };
  }
}

/** The request as Apollo reads it: without what is absent. */
function forApollo(
  request: FastifyRequest,
  { query, operationName, variables, extensions }: Asked,
  others: Readonly<Record<string, string>>,
): HTTPGraphQLRequest {
  const { method } = request;
  const parts = Object.entries({ query, operationName, variables, extensions }).filter(
    ([, part]) => part !== undefined,
  );
  const headers = headersOf({ ...request.headers, ...others });
  if (method !== 'GET') return { method, headers, search: '', body: Object.fromEntries(parts) };
  const search = parts.map(([name, part]): [string, string] => [
    name,
    typeof part === 'string' ? part : JSON.stringify(part),
  ]);
  return { method, headers, search: `?${new URLSearchParams(search).toString()}`, body: undefined };
}

function headersOf(headers: FastifyRequest['headers']): HeaderMap {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')] as const);
  return new HeaderMap(entries);
}

/**
 * As bytes: Node.js would encode a text piece by piece. Nothing here is written in parts: that would need `@defer`,
 * which the gateway does not know.
 */
function write(reply: FastifyReply, { status, headers, body }: HTTPGraphQLResponse): FastifyReply {
  if (body.kind !== 'complete') throw new Error('an answer came in parts');
  return reply
    .status(status ?? 200)
    .headers(Object.fromEntries(headers))
    .send(Buffer.from(body.string));
}
