import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { orderedSelections } from './ordered-selections.ts';
import { PreparedOperation } from './prepared.ts';

/** An operation that Apollo Server has read. */
export interface ReadOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly schema: GraphQLSchema;
}

/** So many operations are kept prepared; the one that was not asked for the longest goes first. */
const MOST_OPERATIONS = 1_000;

/**
 * Prepares operations, each once.
 *
 * INVARIANT: what is prepared is found by the operation itself, and by nothing that another operation could share with it.
 */
export class Planner {
  readonly #inside: Inside;
  readonly #prepared = new Map<OperationDefinitionNode, PreparedOperation>();

  constructor(gateway: ApolloGateway) {
    this.#inside = gateway as unknown as Inside;
    gateway.onSchemaLoadOrUpdate(() => this.#prepared.clear());
  }

  /** The whole schema, with what clients do not see of it. */
  get supergraph(): GraphQLSchema {
    return this.#inside.supergraphSchema;
  }

  /** @throws GraphQLError the operation cannot be planned */
  prepare(read: ReadOperation): PreparedOperation {
    const { operation } = read;
    const prepared = this.#prepared.get(operation) ?? this.#make(read);
    this.#prepared.delete(operation);
    this.#prepared.set(operation, prepared);
    if (this.#prepared.size > MOST_OPERATIONS) this.#prepared.delete(this.#prepared.keys().next().value!);
    return prepared;
  }

  #make({ document, operation, schema }: ReadOperation): PreparedOperation {
    const { apiSchema, queryPlanner } = this.#inside;
    const name = operation.name?.value;
    const asked = operationFromDocument(apiSchema, document, name ? { operationName: name } : {});
    const plan = queryPlanner.buildQueryPlan(asked);
    return new PreparedOperation({ plan, document, operation, selections: orderedSelections(asked), schema });
  }
}

/** Apollo's gateway plans for its own executor alone: hence the reach into what it keeps to itself. */
interface Inside {
  readonly queryPlanner: QueryPlanner;
  readonly apiSchema: Schema;
  readonly supergraphSchema: GraphQLSchema;
}
