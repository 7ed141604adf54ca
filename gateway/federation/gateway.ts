import { ApolloGateway } from '@apollo/gateway';
import { executing, type FetchThrough } from '../execution/executor.ts';
import { Planner } from '../execution/planner.ts';

/**
 * INVARIANT: the gateway calls its subgraphs and nobody else. Apollo's reports to its maker, and asks the cloud that it
 * runs in what that is, unless this says not to when it is constructed.
 */
const NO_TELEMETRY = 'APOLLO_TELEMETRY_DISABLED';

type Executor = ApolloGateway['executor'];

/**
 * Apollo's own gateway on a supergraph: it composes and plans. Its plans are run here, each fetch through the stages.
 * @param around what stands around the execution of operations. Default: nothing
 */
export function federate(
  supergraphSdl: string,
  fetch: FetchThrough,
  around: (executor: Executor) => Executor = (executor) => executor,
): ApolloGateway {
  process.env[NO_TELEMETRY] = 'true';
  const gateway = new ApolloGateway({ supergraphSdl, buildService: () => UNUSED });
  gateway.executor = around(executing(new Planner(gateway), fetch));
  return gateway;
}

/** INVARIANT: nothing is fetched but through the stages. */
const UNUSED = {
  async process(): Promise<never> {
    throw new Error('fetches go through the stages');
  },
};
