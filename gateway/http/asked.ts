import type { FastifyRequest } from 'fastify';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { readJson } from './json.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** What a GraphQL request says, whichever way it came. What is null is absent. */
export interface Asked {
  readonly query: string | undefined;
  /** Names a document: https://github.com/graphql/graphql-over-http, appendix on persisted documents. */
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: JsonObject | undefined;
  readonly extensions: JsonObject | undefined;
}

/** A request that says nothing by itself. */
export const NOTHING_ASKED: Asked = {
  query: undefined,
  documentId: undefined,
  operationName: undefined,
  variables: undefined,
  extensions: undefined,
};

/** Reads a request: https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters @throws DeclaredError */
export function readAsked(request: FastifyRequest): Asked {
  const given = request.method === 'GET' ? searchOf(request.url) : bodyOf(request.body);
  return {
    query: text(given, 'query'),
    documentId: text(given, 'documentId'),
    operationName: text(given, 'operationName') || undefined,
    variables: object(given, 'variables'),
    extensions: object(given, 'extensions'),
  };
}

function bodyOf(body: unknown): JsonObject {
  if (Array.isArray(body)) refuse(GATEWAY_ERRORS.BATCHING_NOT_SUPPORTED, 'the body is a list of requests');
  return isObject(body) ? body : refuse(GATEWAY_ERRORS.BAD_REQUEST, 'the body is not a JSON object');
}

function searchOf(url: string): JsonObject {
  const search = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
  const names = [...new Set(search.keys())];
  return Object.fromEntries(names.map((name) => [name, once(search.getAll(name), name)]));
}

function once([value, ...more]: readonly string[], name: string): unknown {
  if (more.length > 0) refuse(GATEWAY_ERRORS.BAD_REQUEST, 'a parameter of the URL is given twice');
  if (name !== 'variables' && name !== 'extensions') return value;
  if (!value) return undefined;
  const read = readJson(value, `\`${name}\` of the URL`);
  return 'trouble' in read ? refuse(GATEWAY_ERRORS.BAD_REQUEST, read.trouble) : read.value;
}

function text(given: JsonObject, name: string): string | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  return refuse(GATEWAY_ERRORS.BAD_REQUEST, `\`${name}\` is not a text`);
}

function object(given: JsonObject, name: string): JsonObject | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined || isObject(value)) return value;
  return refuse(GATEWAY_ERRORS.BAD_REQUEST, `\`${name}\` is not an object`);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
