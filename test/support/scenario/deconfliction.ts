import { buildDeconflictionSubgraph } from '../../../subgraphs/deconfliction/subgraph.ts';
import { openDatabase } from '../../../subgraphs/deconfliction/store/database.ts';
import { startUpkeep } from '../../../subgraphs/deconfliction/upkeep/upkeep.ts';
import { serveSubgraph } from '../../../subgraphs/kit/serve.ts';
import type { ComposedSubgraph } from './composed.ts';
import { agenciesOf } from './everyone.ts';
import { common, ending, type ScenarioSubgraph, type SubgraphWorld } from './subgraphs.ts';

/** De-confliction as a supergraph is composed of it. */
export async function deconflictionPart(codes: readonly string[]): Promise<ComposedSubgraph> {
  const { name, typeDefs } = await buildDeconflictionSubgraph({ agencies: agenciesOf(codes) });
  return { name, typeDefs };
}

/** De-confliction as the product has it, in the hub's database. */
export async function serveDeconfliction(world: SubgraphWorld, hubUrl: string): Promise<ScenarioSubgraph> {
  const database = await openDatabase(hubUrl);
  const { name, typeDefs, resolvers, contextFor } = await buildDeconflictionSubgraph({ agencies: world.everyone });
  const inForceAt = (now: Date) => world.rulebook.at(now);
  const upkeep = startUpkeep({ database, inForceAt, everyMilliseconds: 100 });
  const services = { database, inForceAt, onDeclared: () => upkeep.wake() };
  const served = await serveSubgraph({
    name,
    typeDefs,
    resolvers,
    lock: 'none',
    contextFor: (asking) => contextFor(asking, services),
    ...common(name, world),
  });
  return ending(served, () => upkeep.stop().then(() => database.end()));
}
