import { GraphQLError } from 'graphql';
import type { Graph } from '../../policy/projection/graph.ts';
import type { ObjectShape } from './shape.ts';
import { codeOf, declaredByHub, failureOf } from './subgraph-errors.ts';

/** What viewers are told of the errors of a change, and how many errors tell them nothing. */
export interface ToldOfChange {
  readonly told: readonly GraphQLError[];
  readonly untold: number;
}

/**
 * The errors of a change as viewers are told of them: the hub's declared refusals, each with the change that it refuses.
 * INVARIANT: only the keys that the viewer chose themselves are told: further in, a place may be one of something hidden.
 */
export function toldOfChange(
  errors: readonly unknown[],
  subgraph: string,
  shape: ObjectShape,
  { hubs }: Graph,
): ToldOfChange {
  const told = hubs.includes(subgraph) ? errors.flatMap((error) => toldOf(error, subgraph, shape)) : [];
  return { told: told.slice(0, MOST_ERRORS), untold: errors.length - told.length };
}

const MOST_ERRORS = 20;

function toldOf(error: unknown, subgraph: string, shape: ObjectShape): readonly GraphQLError[] {
  const { root, isWhole } = placeOf(error, shape);
  const at = (one: GraphQLError) => (root === undefined ? one : placed(one, root));
  if (isWhole && SAYS_NOTHING.has(codeOf(error))) return [at(failureOf('OUTCOME_UNKNOWN', subgraph))];
  return declaredByHub([error]).map(at);
}

/** That something failed, and not whether the change was made before. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['FIELD_FAILED', 'REQUEST_FAILED']);

/** The change that an error is about, and whether it is about all of it. */
function placeOf(error: unknown, shape: ObjectShape) {
  const path = (error as { path?: unknown } | null)?.path;
  const [key, ...within] = Array.isArray(path) ? (path as readonly unknown[]) : [];
  const root = typeof key === 'string' && shape.type && shape.fields(shape.type).has(key) ? key : undefined;
  return { root, isWhole: within.length === 0 };
}

function placed({ message, extensions, originalError }: GraphQLError, root: string): GraphQLError {
  return new GraphQLError(message, { path: [root], extensions, ...(originalError && { originalError }) });
}
