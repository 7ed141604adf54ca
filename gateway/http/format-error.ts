import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { DeclaredError } from '../../schema/errors.ts';
import { withoutValues } from '../../schema/graphql-mistake.ts';
import { GATEWAY_ERRORS } from '../errors.ts';

/** Only declared errors leave: each has a code and a remedy. Anything else is logged, and masked. */
export function formatError(
  log: (error: unknown) => void,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const { message, locations, path, extensions } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    const code = typeof extensions?.['code'] === 'string' ? extensions['code'] : '';
    const remedy = extensions?.['remedy'];
    if (typeof remedy === 'string') return { message, ...place, extensions: { code, remedy } };
    const declaration = lookUp(code);
    if (declaration && code !== 'INTERNAL_SERVER_ERROR') {
      const words = ABOUT_THE_DOCUMENT.has(code) ? withoutValues(message) : message;
      return { message: words, ...place, extensions: { code, remedy: declaration.remedy } };
    }
    const cause = unwrapResolverError(error);
    if (cause instanceof DeclaredError) {
      return { message: cause.message, ...place, extensions: { code: cause.code, remedy: cause.declaration.remedy } };
    }
    log(cause);
    const masked = GATEWAY_ERRORS.INTERNAL_SERVER_ERROR;
    return { message: 'something failed inside', ...place, extensions: { code: masked.code, remedy: masked.remedy } };
  };
}

/** Those whose words are of GraphQL.js, which repeats what it was sent. */
const ABOUT_THE_DOCUMENT: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

function lookUp(code: string) {
  return Object.values(GATEWAY_ERRORS).find((declaration) => declaration.code === code);
}
