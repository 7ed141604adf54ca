import { ApolloGateway } from '@apollo/gateway';
import type { FetchThrough } from './data-source.ts';
import { PolicyDataSource } from './data-source.ts';

/**
 * INVARIANT: the gateway calls its subgraphs and nobody else. Apollo's reports to its maker, and asks the cloud that it
 * runs in what that is, unless this says not to when it is constructed.
 */
const NO_TELEMETRY = 'APOLLO_TELEMETRY_DISABLED';

type Executor = ApolloGateway['executor'];

/**
 * Apollo's own gateway on a supergraph, each of whose fetches goes through the stages.
 * @param around what stands around the execution of operations. Default: nothing
 */
export function federate(
  supergraphSdl: string,
  fetch: FetchThrough,
  around: (executor: Executor) => Executor = (executor) => executor,
): ApolloGateway {
  process.env[NO_TELEMETRY] = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => new PolicyDataSource(name, fetch),
  });
  gateway.executor = around(gateway.executor);
  return gateway;
}
