import { permitAll } from '../../policy/permit-all.ts';
import { readGraph } from '../../policy/projection/graph.ts';
import { federate } from '../federation/gateway.ts';
import { pipeline } from '../pipeline.ts';
import type { Quotas } from '../quota/quotas.ts';
import type { Behind } from './door.ts';
import { explaining } from './explaining.ts';
import { fetchPermitted, type PermittedFetch } from './fetch.ts';

/** What the fixed viewer says that every request is for. */
const PURPOSE = 'area=drug-trafficking; use=investigation; case=PERMIT-ALL-1';
const NO_QUOTAS: Quotas = { count: async (uses) => uses, stop: async () => undefined };

/**
 * The stages of a gateway on any supergraph, with one viewer to whom everything is open.
 * @throws Error when Apollo cannot read the supergraph
 */
export function permittedGateway(
  supergraphSdl: string,
  subgraphs: readonly string[],
  remoteOf: PermittedFetch['remoteOf'],
): Behind {
  const { agencies, contract, ruleset, viewer } = permitAll(subgraphs);
  const graph = readGraph(supergraphSdl, agencies, contract);
  const stages = pipeline({
    graph: () => graph,
    identify: async () => ({ viewer, voucher: '' }),
    rulesetAt: () => ruleset,
    now: () => new Date(),
    quotas: NO_QUOTAS,
    failed: () => undefined,
  });
  const { egress, ingress } = stages;
  return {
    gateway: federate(supergraphSdl, fetchPermitted({ egress, ingress, remoteOf })),
    plugin: explaining(stages, graph),
    admit: () => stages.admit({ authorization: undefined, purposeHeader: PURPOSE, purposeExtension: undefined }),
    subgraphs,
  };
}
