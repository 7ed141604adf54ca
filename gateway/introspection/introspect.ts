import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { viewerSchema } from '../../policy/introspection/viewer-schema.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import { reachOf } from '../../policy/reach.ts';
import type { Recipient } from '../../policy/recipient.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import type { AskedOfSchema } from './select.ts';

/** Tells viewers of the schema, each of what their agreements could ever disclose. */
export class Introspection {
  readonly #graph: Graph;
  /** INVARIANT: a viewer's schema is remembered with the ruleset that it was made by, and goes with it. */
  readonly #schemas = new WeakMap<Ruleset, Map<string, GraphQLSchema>>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /**
   * Answers the introspection fields of an operation.
   * @param api the graph's schema as clients see it
   * @param variables coerced, or as the request has them
   */
  answer(
    { document }: AskedOfSchema,
    variables: Readonly<Record<string, unknown>>,
    by: { readonly api: GraphQLSchema; readonly ruleset: Ruleset; readonly recipient: Recipient },
  ): ExecutionResult {
    const schema = this.#schemaOf(by.api, by.ruleset, by.recipient);
    return execute({ schema, document, variableValues: variables }) as ExecutionResult;
  }

  #schemaOf(api: GraphQLSchema, ruleset: Ruleset, recipient: Recipient): GraphQLSchema {
    let schemas = this.#schemas.get(ruleset);
    if (!schemas) this.#schemas.set(ruleset, (schemas = new Map<string, GraphQLSchema>()));
    const key = keyOf(recipient, ruleset);
    const known = schemas.get(key);
    if (known) return known;
    if (schemas.size >= MOST_SCHEMAS) schemas.clear();
    const schema = viewerSchema(api, this.#graph, reachOf(ruleset, recipient, this.#graph.agencies));
    schemas.set(key, schema);
    return schema;
  }
}

const MOST_SCHEMAS = 64;

/** INVARIANT: everything that a viewer's reach depends on is in the key. The officer is, where a clause names them. */
function keyOf({ agency, role, trainings, clearance, contactPoint, sub }: Recipient, { rules }: Ruleset): string {
  const isNamed = rules.some(({ viewer }) => viewer.officers?.includes(`${agency}:${sub}`));
  return JSON.stringify([agency, role, trainings, clearance, contactPoint, isNamed ? sub : undefined]);
}
