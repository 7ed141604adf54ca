import { HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { DeclaredError } from '../../schema/errors.ts';
import { toGraphQLError } from '../errors.ts';
import { RetryLater } from '../limits/retry-later.ts';
import { mediaTypeFor } from './media-type.ts';

/** A declared error as the body of an answer that consists of it alone. */
export function refusalBody({ message, code, declaration: { remedy } }: DeclaredError): string {
  return JSON.stringify({ errors: [{ message, extensions: { code, remedy } }] });
}

/** Answers a request with a refusal, in the form that the client reads. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, error: DeclaredError): FastifyReply {
  return reply
    .status(error.declaration.status)
    .headers(headersOf(error))
    .type(mediaTypeFor(request.headers.accept) ?? 'application/json; charset=utf-8')
    .send(refusalBody(error));
}

/** What a stage threw, as Apollo passes it on: declared errors with their status and headers, anything else as it is. */
export function thrown(error: unknown): unknown {
  if (!(error instanceof DeclaredError)) return error;
  const told: GraphQLError = toGraphQLError(error);
  const http = { status: error.declaration.status, headers: new HeaderMap(Object.entries(headersOf(error))) };
  return Object.assign(told, { extensions: { ...told.extensions, http } });
}

/** Headers of a refusal, besides those of every answer. */
function headersOf(error: DeclaredError): Readonly<Record<string, string>> {
  return {
    ...(error.declaration.status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(error instanceof RetryLater && { 'retry-after': String(error.retrySeconds) }),
  };
}
