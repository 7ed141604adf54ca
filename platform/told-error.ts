import { fileURLToPath } from 'node:url';

/** What may be told of an error outside an answer: never its words. */
export interface ToldError {
  /** `TypeError`, `PrismaClientKnownRequestError`. */
  readonly kind: string;
  /** `ECONNREFUSED`, `23505`, `P2002`. */
  readonly code?: string;
  /** Where it was thrown, the innermost first: `gateway/pipeline.ts:40:7`. */
  readonly place?: readonly string[];
  /** What it came of. */
  readonly cause?: ToldError;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MOST_PLACES = 5;
const MOST_CAUSES = 3;

/**
 * Kind, code and place of an error. Its message is left out, and whatever else libraries hang on it: PostgreSQL's
 * messages and details hold rows, Prisma's hold arguments, JSON's hold the text that does not parse, undici's hold URLs.
 */
export function toldOf(error: unknown, depth = MOST_CAUSES): ToldError {
  if (!(error instanceof Error)) return { kind: typeof error };
  const original = originalOf(error);
  if (original !== undefined) return toldOf(original, depth);
  const code = codeOf(error);
  const place = placeOf(error);
  return {
    kind: kindOf(error),
    ...(code !== undefined && { code }),
    ...(place.length > 0 && { place }),
    ...(error.cause !== undefined && depth > 0 && { cause: toldOf(error.cause, depth - 1) }),
  };
}

/** GraphQL.js puts what a resolver has thrown into an error of its own, whose place is its own. */
function originalOf(error: Error): Error | undefined {
  const { originalError } = error as { readonly originalError?: unknown };
  return originalError instanceof Error ? originalError : undefined;
}

/** A name may be anything that somebody has set: what does not look like one is not told. */
function kindOf({ name }: Error): string {
  return /^[A-Za-z]{1,64}$/.test(name) ? name : 'Error';
}

/** Codes of Node.js and of libraries, SQLSTATE, Prisma's. */
function codeOf(error: Error): string | undefined {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^(?:E[A-Z]{2,20}|(?:ERR|UND_ERR)_[A-Z_]{1,60}|(?=.*\d)[0-9A-Z]{5})$/.test(code)
    ? code
    : undefined;
}

/** Files and lines only. A message of several lines stands in the stack too, and may look like one. */
function placeOf({ stack, message }: Error): readonly string[] {
  const words = new Set(message.split('\n').map((line) => line.trim()));
  return (stack ?? '')
    .split('\n')
    .filter((line) => !words.has(line.trim()))
    .flatMap((line) => /^\s+at (?:.*\()?(?:file:\/\/)?((?:node:|\/)[^()\s]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
    .slice(0, MOST_PLACES)
    .map((place) => (place.startsWith(ROOT) ? place.slice(ROOT.length) : place));
}
