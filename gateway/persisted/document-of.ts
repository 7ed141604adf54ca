import type { GraphQLSchema } from 'graphql';
import { DeclaredError, type ErrorDeclaration } from '../../schema/errors.ts';
import { GATEWAY_ERRORS } from '../errors.ts';
import type { ListedOperations } from './listed.ts';

/** What a request says of its document. */
export interface Naming {
  readonly query: string | undefined;
  readonly documentId: string | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

/** The document that a request means, and its extensions without the name of it; or why there is none. */
export type Meant =
  { readonly query: string; readonly extensions: Naming['extensions'] } | { readonly refusal: DeclaredError };

/** Finds the document that a request means. */
export type DocumentOf = (naming: Naming) => Meant;

/** Which operations are listed, and whether others are answered too. */
export interface Persisted {
  /** As of now; `undefined`: none are. */
  readonly listed: () => ListedOperations | undefined;
  readonly only: boolean;
  /** Is told the schema that operations must fit. @throws Error that says which of them do not */
  open?(schema: GraphQLSchema): Promise<void>;
  close?(): void;
}

const { BAD_REQUEST, PERSISTED_OPERATION_REQUIRED, PERSISTED_OPERATION_UNKNOWN, PERSISTED_QUERY_NOT_SUPPORTED } =
  GATEWAY_ERRORS;

/**
 * The document by its id, or as it was sent. Where only listed ones are answered, a whole document that is one of them to
 * the byte is answered too: it is the same document, and whoever sends it gains nothing.
 */
export function documentFinder(persisted: Persisted): DocumentOf {
  return (naming) => {
    const { only } = persisted;
    const operations = persisted.listed();
    const { persistedQuery, ...extensions } = naming.extensions ?? {};
    const id = idIn(naming.documentId, persistedQuery);
    if (id instanceof DeclaredError) return { refusal: id };
    if (id === undefined) return whole(naming, only ? operations : undefined, only);
    const known = operations?.find(id);
    if (known === undefined) return refusal(...unknown(naming, operations));
    if (naming.query !== undefined && naming.query !== known)
      return refusal(BAD_REQUEST, '`query` is not the document that the id names');
    return { query: known, extensions };
  };
}

function whole({ query, extensions }: Naming, operations: ListedOperations | undefined, only: boolean): Meant {
  if (!query) return refusal(BAD_REQUEST, 'the request has no `query`');
  if (!only || operations?.lists(query)) return { query, extensions };
  return refusal(PERSISTED_OPERATION_REQUIRED, 'the document is not a listed operation');
}

/** A client that would register a document by asking it is told to send the document alone. */
function unknown({ query }: Naming, operations: ListedOperations | undefined): [ErrorDeclaration, string] {
  return query === undefined && operations
    ? [PERSISTED_OPERATION_UNKNOWN, 'no operation of that id is listed']
    : [PERSISTED_QUERY_NOT_SUPPORTED, 'documents are not registered by asking them'];
}

function idIn(documentId: string | undefined, persistedQuery: unknown): string | undefined | DeclaredError {
  if (persistedQuery === undefined || persistedQuery === null) return documentId;
  const { version, sha256Hash } = persistedQuery as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1 || typeof sha256Hash !== 'string')
    return new DeclaredError(BAD_REQUEST, '`extensions.persistedQuery` needs `version` 1 and a `sha256Hash`');
  if (documentId !== undefined && documentId !== sha256Hash && documentId !== `sha256:${sha256Hash}`)
    return new DeclaredError(BAD_REQUEST, 'the request names two documents');
  return sha256Hash;
}

function refusal(declaration: ErrorDeclaration, detail: string): Meant {
  return { refusal: new DeclaredError(declaration, detail) };
}
