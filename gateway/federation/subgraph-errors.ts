import type { GraphQLError } from 'graphql';
import { ASSERTION_ERRORS } from '../../policy/assertion-errors.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { GATEWAY_ERRORS, toGraphQLError } from '../errors.ts';

const MOST_ERRORS = 20;
const MOST_CHARACTERS = 500;

/** The errors of an answer, whatever it sent as such. */
export function listOfErrors(errors: unknown): readonly unknown[] {
  if (errors === undefined || errors === null) return [];
  return Array.isArray(errors) ? errors : [errors];
}

/** The hub's declared errors, which pass: without their paths, and no more of them than a person reads. */
export function declaredByHub(errors: readonly unknown[]): readonly GraphQLError[] {
  return errors.slice(0, MOST_ERRORS).flatMap(declaredIn);
}

/** The code of an error as it was sent; `unknown` where it is more than a code. */
export function codeOf(error: unknown): string {
  const code = (error as { extensions?: { code?: unknown } | null } | null)?.extensions?.code;
  return typeof code === 'string' && CODE.test(code) ? code : 'unknown';
}

/** Of an error that an agency sent, what the log may hold: a word of its own choice could be a name. */
export function loggedCodeOf(error: unknown): string {
  const code = codeOf(error);
  return KNOWN.has(code) ? code : 'unknown';
}

/** Of assertions, and of the kit that subgraphs are made with. */
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.keys(ASSERTION_ERRORS),
  ...['DOCUMENT_INVALID', 'FIELD_FAILED', 'REQUEST_FAILED', 'REQUEST_TOO_LARGE', 'REQUEST_UNREADABLE'],
]);

/** A subgraph's failure as the viewer is told of it. */
export function failureOf(code: keyof typeof WORDS, subgraph: string): GraphQLError {
  return toGraphQLError(new DeclaredError(GATEWAY_ERRORS[code], WORDS[code](subgraph)));
}

const WORDS = {
  SUBGRAPH_UNAVAILABLE: (subgraph: string) => `\`${subgraph}\` did not answer; its part is missing`,
  SUBGRAPH_FAILED: (subgraph: string) => `\`${subgraph}\` answered with an error; its part may be missing`,
  OUTCOME_UNKNOWN: (subgraph: string) => `\`${subgraph}\` did not say what became of it: it may have been done, or not`,
} as const;

const CODE = /^[A-Z_]{1,64}$/;

function declaredIn(error: unknown): readonly GraphQLError[] {
  if (typeof error !== 'object' || error === null) return [];
  const { message, extensions } = error as { message?: unknown; extensions?: { remedy?: unknown } | null };
  const [code, remedy] = [codeOf(error), extensions?.remedy];
  if (!isShort(message) || code === 'unknown' || !isShort(remedy)) return [];
  return [toGraphQLError(new DeclaredError({ code, remedy, status: 200, meaning: '' }, message))];
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_CHARACTERS;
}
