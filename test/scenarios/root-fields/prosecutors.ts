import { composeServices } from '@apollo/composition';
import { concatAST, parse, stripIgnoredCharacters } from 'graphql';
import { buildAgencySubgraph } from '../../../subgraphs/agency/subgraph.ts';
import { buildIndexSubgraph } from '../../../subgraphs/index/subgraph.ts';
import { starterSdl } from '../../../subgraphs/kit/starter-sdl.ts';
import { serveSubgraph } from '../../../subgraphs/kit/serve.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import type { ScenarioSubgraph, SubgraphWorld } from '../../support/scenario/subgraphs.ts';

const [ice, dea, usao] = agenciesOf(['ICE', 'DEA', 'USAO']);

/** A subgraph that an agency wrote itself: root fields, a type that is nobody's record, and links from ICE's objects. */
const SDL = concatAST([
  parse(starterSdl(usao!)),
  parse(`
    type Query { usaoMotto: String usaoOffice: UsaoOffice }
    type UsaoOffice { city: String }
    extend type Agency @key(fields: "code") { usaoLiaison: String }
    type IceRecord @key(fields: "id") { id: ID! usaoNote: String }
    type IceLiaisonContact @key(fields: "id") { id: ID! usaoCounterpart: LiaisonContact }
  `),
]);

const PROSECUTOR = { __typename: 'UsaoLiaisonContact', id: 'p1', name: 'Paula Prosecutor' };

/** The supergraph of the index, ICE, DEA and the prosecutors. */
export async function composeWithProsecutors(): Promise<string> {
  const index = await buildIndexSubgraph({ agencies: [ice!, dea!, usao!] });
  const agencies = await Promise.all([ice!, dea!].map(buildAgencySubgraph));
  const parts = [{ name: 'index', typeDefs: index.typeDefs }, ...agencies, { name: 'USAO', typeDefs: SDL }];
  const { supergraphSdl, errors } = composeServices(
    parts.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.example` })),
  );
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

/** Serves the prosecutors' subgraph. */
export async function serveProsecutors({
  rulebook,
  gatewayKeys,
  identities,
  ask,
}: SubgraphWorld): Promise<ScenarioSubgraph> {
  return serveSubgraph({
    name: 'USAO',
    typeDefs: SDL,
    resolvers: {
      Query: { usaoMotto: () => 'Let justice be done', usaoOffice: () => ({ city: 'Albany' }) },
      Agency: { __resolveReference: (reference: object) => reference, usaoLiaison: () => 'Somebody' },
      IceRecord: { __resolveReference: (reference: object) => reference, usaoNote: () => 'A note' },
      IceLiaisonContact: { __resolveReference: (reference: object) => reference, usaoCounterpart: () => PROSECUTOR },
    },
    lock: { agency: usao!, labelsOf: () => ({}) },
    rulebook,
    gatewayKeys,
    identities,
    onRequest: (query, variables) => ask('USAO', stripIgnoredCharacters(query), variables),
  });
}
