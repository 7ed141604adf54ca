import { ApolloGateway } from '@apollo/gateway';
import type { FetchThrough } from './data-source.ts';
import { PolicyDataSource } from './data-source.ts';

/** Apollo's own gateway on a supergraph, each of whose fetches goes through the stages. */
export function federate(supergraphSdl: string, fetch: FetchThrough): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => new PolicyDataSource(name, fetch),
  });
}
