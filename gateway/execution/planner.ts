import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LastAsked } from '../last-asked.ts';
import { orderedSelections } from './ordered-selections.ts';
import { PreparedOperation } from './prepared.ts';

/** An operation that Apollo Server has read. */
export interface ReadOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly schema: GraphQLSchema;
}

/**
 * How many characters the plans may have together that are kept, written as JSON: they take up some ten times as much with
 * all that is made of them. The one that was not asked for the longest goes first.
 */
const MOST_CHARACTERS = 8_000_000;

/** What even the least operation counts for. */
const LEAST_CHARACTERS = 8_000;

/**
 * Prepares operations, each once.
 *
 * INVARIANT: what is prepared is found by the operation itself, and by nothing that another operation could share with it.
 */
export class Planner {
  readonly #inside: Inside;
  readonly #prepared = new LastAsked<OperationDefinitionNode, PreparedOperation>(MOST_CHARACTERS);

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
    const known = this.#prepared.get(read.operation);
    if (known) return known;
    const prepared = this.#make(read);
    const characters = JSON.stringify(prepared.planned.plan).length;
    this.#prepared.set(read.operation, prepared, Math.max(characters, LEAST_CHARACTERS));
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
