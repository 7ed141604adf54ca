import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type GraphQLError } from 'graphql';
import type { Answering } from '../answering.ts';

/** What Apollo's executor is given back for one fetch. */
export interface FetchAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLError[];
}

/** One fetch of a plan, through the stages. */
export type FetchThrough = (
  subgraph: string,
  request: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  answering: Answering,
) => Promise<FetchAnswer>;

/** A subgraph as Apollo's executor sees it: every fetch goes through the pipeline. */
export class PolicyDataSource implements GraphQLDataSource<Answering> {
  readonly #subgraph: string;
  readonly #fetch: FetchThrough;

  constructor(subgraph: string, fetch: FetchThrough) {
    this.#subgraph = subgraph;
    this.#fetch = fetch;
  }

  async process(options: GraphQLDataSourceProcessOptions<Answering>) {
    const { request, context } = options;
    const answer = await this.#fetch(
      this.#subgraph,
      { query: request.query ?? '', variables: request.variables ?? {} },
      context as Answering,
    );
    const errors = answer.errors.length > 0 ? { errors: answer.errors.map((error) => error.toJSON()) } : {};
    return { data: answer.data, ...errors } as Awaited<ReturnType<GraphQLDataSource['process']>>;
  }
}
