import { ApolloGateway } from '@apollo/gateway';
import type { FetchThrough } from './data-source.ts';
import { PolicyDataSource } from './data-source.ts';

/**
 * INVARIANT: the gateway calls its subgraphs and nobody else. Apollo's reports to its maker, and asks the cloud that it
 * runs in what that is, unless this says not to when it is constructed.
 */
const NO_TELEMETRY = 'APOLLO_TELEMETRY_DISABLED';

/** Apollo's own gateway on a supergraph, each of whose fetches goes through the stages. */
export function federate(supergraphSdl: string, fetch: FetchThrough): ApolloGateway {
  process.env[NO_TELEMETRY] = 'true';
  return new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => new PolicyDataSource(name, fetch),
  });
}
