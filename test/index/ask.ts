import { execute, parse, type ExecutionResult } from 'graphql';
import { DeclaredError } from '../../schema/errors.ts';
import type { PrismaClient } from '../../subgraphs/index/prisma/generated/client.ts';
import { cursorSeal } from '../../subgraphs/index/search/cursor.ts';
import { buildIndexSubgraph } from '../../subgraphs/index/subgraph.ts';
import { buildSubgraph, type Asking } from '../../subgraphs/kit/subgraph.ts';
import { parties, ruleset } from './world.ts';

const subgraph = await buildIndexSubgraph(parties);
const rulebook = { at: () => ruleset };
const { schema } = buildSubgraph({
  ...subgraph,
  contextFor: () => ({}),
  lock: 'none',
  rulebook,
  gatewayKeys: () => ({ keys: [] }),
  identities: () => ({ agencies: [], keys: new Map() }),
});
const cursors = cursorSeal(new Uint8Array(32).fill(7));

type Variables = Readonly<Record<string, unknown>>;

/** Asks the index as a viewer; the whole answer. */
export async function ask(
  database: PrismaClient,
  viewer: Asking,
  query: string,
  variables: Variables = {},
): Promise<ExecutionResult> {
  const contextValue = subgraph.contextFor(viewer, { database, cursors });
  return execute({ schema, document: parse(query), variableValues: { ...variables }, contextValue });
}

/** The data of an answer without errors. */
export async function dataOf(
  database: PrismaClient,
  viewer: Asking,
  query: string,
  variables: Variables = {},
): Promise<unknown> {
  const { data, errors } = await ask(database, viewer, query, variables);
  if (errors) throw new AggregateError(errors, errors.join('\n'));
  return JSON.parse(JSON.stringify(data)) as unknown;
}

/** The code of the declared error that an answer consists of. */
export async function refusalOf(
  database: PrismaClient,
  viewer: Asking,
  query: string,
  variables: Variables = {},
): Promise<string> {
  const { errors } = await ask(database, viewer, query, variables);
  const cause = errors?.[0]?.originalError;
  return cause instanceof DeclaredError ? cause.code : String(errors?.[0]?.stack);
}
