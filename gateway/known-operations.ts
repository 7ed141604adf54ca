import { getVariableValues, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from '../policy/projection/document.ts';
import type { Graph } from '../policy/projection/graph.ts';
import { survey, type Survey, type SurveyedOperation } from '../policy/projection/survey.ts';
import type { Gate } from './limits/gate.ts';

/** What an operation's text and variables tell of it, before anybody is asked. */
export interface KnownOperation {
  readonly asked: SurveyedOperation;
  /** What it may cost at most. */
  readonly cost: number;
  readonly survey: Survey;
}

/** An operation as Apollo Server has read it. */
export interface ReadOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly schema: GraphQLSchema;
  /** As the request has them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** So many operations are kept, each with so many values of its variables; those that were not asked for the longest go. */
const MOST_OPERATIONS = 500;
const MOST_VARIABLES = 8;
/** Longer variables are not kept: they seldom come again. */
const LONGEST_VARIABLES = 2_048;

/**
 * Gets to know operations, each once: frontends send the same few again and again.
 *
 * INVARIANT: what is kept depends on the operation and its variables alone: nothing of a viewer is in it.
 * INVARIANT: an operation that is refused is not kept.
 */
export class KnownOperations {
  readonly #known = new Map<OperationDefinitionNode, Map<string, KnownOperation>>();

  constructor(
    private readonly gate: Gate,
    private readonly graph: () => Graph,
  ) {}

  /** @throws DeclaredError it is of a kind that is not answered, too large or too costly */
  of(read: ReadOperation): KnownOperation {
    const key = JSON.stringify(read.variables);
    const known = this.#known.get(read.operation)?.get(key) ?? this.#get(read);
    if (key.length <= LONGEST_VARIABLES) this.#keep(read.operation, key, known);
    return known;
  }

  #get({ document, operation, schema, variables }: ReadOperation): KnownOperation {
    const fragments = fragmentsOf(document);
    this.gate.measure(operation, fragments);
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    const asked = { operation, fragments, variables: coerced ?? variables };
    return { asked, cost: this.gate.weigh(asked), survey: survey(asked, this.graph()) };
  }

  #keep(operation: OperationDefinitionNode, key: string, known: KnownOperation): void {
    const byVariables = this.#known.get(operation) ?? new Map<string, KnownOperation>();
    keepLast(byVariables, key, known, MOST_VARIABLES);
    keepLast(this.#known, operation, byVariables, MOST_OPERATIONS);
  }
}

function keepLast<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value!);
}
