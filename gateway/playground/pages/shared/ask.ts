import type { Purpose } from '../../../../schema/purposes.ts';
import type { Visibility } from '../../../explain/explain.ts';

/** A question to the graph. */
export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** Who asks, and what for. */
export interface Asking {
  readonly token?: string | undefined;
  readonly purpose?: Purpose | undefined;
}

/** An error that stands beside the data. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly remedy?: string };
}

/** The gateway has answered, in part or in full. */
export interface Answered<Data> {
  readonly is: 'answered';
  readonly data: Data;
  readonly errors: readonly AnswerError[];
  /** Absent where nothing is governed: introspection. */
  readonly visibility: Visibility | undefined;
}

/** The gateway has refused, and says what to do about it. */
export interface Refused {
  readonly is: 'refused';
  readonly code: string;
  readonly message: string;
  readonly remedy: string | undefined;
  /** Of HTTP. */
  readonly status: number;
  readonly errors: readonly AnswerError[];
}

/** Nothing came back that a gateway could have said. */
interface Unreachable {
  readonly is: 'unreachable';
}

export type Outcome<Data> = Answered<Data> | Refused | Unreachable;

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
  readonly extensions?: { readonly visibility?: Visibility };
}

/** A browser sends nothing else in a header; and no token is of anything else. */
const FITS_HEADER = /^[\x21-\x7e]+$/;

const NO_TOKEN: Refused = {
  is: 'refused',
  code: 'TOKEN_INVALID',
  message: 'what was pasted is no token: there are characters in it that none has',
  remedy: 'Copy the token again, whole and alone.',
  status: 401,
  errors: [{ message: 'what was pasted is no token', extensions: { code: 'TOKEN_INVALID' } }],
};

/** What was answered, as it came. */
export interface Sent<Body> {
  readonly body: Body;
  /** Of HTTP. */
  readonly status: number;
}

/** Asks the graph, as any other frontend would: the pages have no way of their own to data. */
export async function ask<Data>(question: Question, asking: Asking, signal?: AbortSignal): Promise<Outcome<Data>> {
  const { purpose } = asking;
  const body = { ...question, ...(purpose && { extensions: { purpose } }) };
  const sent = await send<Body>('/graphql', body, asking, signal);
  return 'is' in sent ? sent : outcomeOf<Data>(sent);
}

/**
 * Sends JSON as whoever asks.
 * @param headers beside those that every request has
 * @returns what came back, or why nothing did
 */
export async function send<Body>(
  path: string,
  body: object,
  { token }: Asking,
  signal?: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Sent<Body> | Refused | Unreachable> {
  if (token !== undefined && !FITS_HEADER.test(token)) return NO_TOKEN;
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    return { body: (await response.json()) as Body, status: response.status };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { is: 'unreachable' };
  }
}

/** What came of a request that was answered without data. */
export function refusedBy(errors: readonly AnswerError[], status: number): Refused | Unreachable {
  const [first] = errors;
  if (!first) return { is: 'unreachable' };
  const { code = 'UNKNOWN', remedy } = first.extensions ?? {};
  return { is: 'refused', code, message: first.message, remedy, status, errors };
}

function outcomeOf<Data>({ body: { data, errors = [], extensions }, status }: Sent<Body>): Outcome<Data> {
  if (data != null) return { is: 'answered', data: data as Data, errors, visibility: extensions?.visibility };
  return refusedBy(errors, status);
}
