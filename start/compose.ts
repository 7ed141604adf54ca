// Composes the supergraph of all subgraphs: `npm run compose`. Writes schema/supergraph.graphql, or checks it (--check).
import { readFileSync, writeFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse, type DocumentNode } from 'graphql';
import { readDemoParties } from '../platform/demo-keys.ts';
import type { Parties } from '../policy/parties.ts';
import { requireDeclaredReads } from '../policy/projection/declared.ts';
import { readGraph } from '../policy/projection/graph.ts';
import { buildAgencySubgraph } from '../subgraphs/agency/subgraph.ts';
import { buildDeconflictionSubgraph } from '../subgraphs/deconfliction/subgraph.ts';
import { buildIndexSubgraph } from '../subgraphs/index/subgraph.ts';
import { registryTypeDefs } from '../subgraphs/registry/subgraph.ts';
import { readConfig } from './config.ts';

/** The supergraph of these parties. An agency that has a url is asked for its SDL there. @throws when it does not compose, or an input of the hub does not say what it reads */
export async function composeSupergraph(parties: Parties): Promise<string> {
  const services = await Promise.all([
    buildIndexSubgraph(parties).then(({ typeDefs }) => ({ name: 'index', typeDefs })),
    buildDeconflictionSubgraph(parties).then(({ typeDefs }) => ({ name: 'deconfliction', typeDefs })),
    registryTypeDefs().then((typeDefs) => ({ name: 'registry', typeDefs })),
    ...parties.agencies.map(async (agency) => ({
      name: agency.code,
      typeDefs: agency.url ? await sdlAt(agency.url) : (await buildAgencySubgraph(agency)).typeDefs,
    })),
  ]);
  const { supergraphSdl, errors } = composeServices(
    services.map((service) => ({ ...service, url: `http://${service.name}` })),
  );
  if (!supergraphSdl) throw new Error((errors ?? []).map(({ message }) => message).join('\n'));
  requireDeclaredReads(readGraph(supergraphSdl, parties.agencies));
  return supergraphSdl;
}

async function sdlAt(url: string): Promise<DocumentNode> {
  const body = JSON.stringify({ query: '{ _service { sdl } }' });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data } = (await response.json()) as { data?: { _service?: { sdl?: string } } };
  const sdl = data?._service?.sdl;
  if (!sdl) throw new Error(`\`${url}\` does not answer \`{ _service { sdl } }\``);
  return parse(sdl);
}

async function main(check: boolean): Promise<void> {
  const { supergraph, agreementsDir } = readConfig(process.env);
  const composed = await composeSupergraph(await readDemoParties(agreementsDir));
  if (!check) return writeFileSync(supergraph, composed);
  if (readFileSync(supergraph, 'utf8') === composed) return;
  console.error(`${supergraph} is out of date: run \`npm run compose\``);
  process.exitCode = 1;
}

if (import.meta.filename === process.argv[1]) await main(process.argv.includes('--check'));
