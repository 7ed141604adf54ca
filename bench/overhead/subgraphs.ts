// The subgraphs of the benchmark in one process: the real schemas over data in memory. What was asked once is answered
// from memory the next time, byte for byte, so that what is measured is the gateway in front.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { AgencyEntry } from '../../policy/parties.ts';
import { ENTITY_TYPES } from '../../schema/contract.ts';
import { labelsOf } from '../../schema/labels.ts';
import { buildAgencySubgraph } from '../../subgraphs/agency/subgraph.ts';
import { buildIndexSubgraph } from '../../subgraphs/index/subgraph.ts';
import { holdingsOf, type Held, type Holdings } from './holdings.ts';
import { benchAgencies, HOLDERS, RECORDS } from './parties.ts';

type SubgraphModule = Parameters<typeof buildSubgraphSchema>[0];
type Resolvers = Extract<SubgraphModule, { readonly typeDefs: DocumentNode }>['resolvers'];

let asked = 0;

async function main(): Promise<void> {
  const agencies = benchAgencies();
  const holders = agencies.filter(({ code }) => HOLDERS.includes(code));
  const holdings = await Promise.all(holders.map((agency) => holdingsOf(agency, RECORDS)));
  const urls: Record<string, string> = { index: await serve(await indexSchema(agencies, holders, holdings)) };
  for (const [position, agency] of holders.entries()) {
    urls[agency.code] = await serve(await agencySchema(agency, holdings[position]!));
  }
  process.on('message', (message) => message === 'asked' && process.send?.(asked));
  process.once('disconnect', () => process.exit());
  process.send?.(urls);
}

async function agencySchema(agency: AgencyEntry, { byId }: Holdings): Promise<GraphQLSchema> {
  const { typeDefs, resolvers } = await buildAgencySubgraph(agency);
  const labels = (entity: (typeof ENTITY_TYPES)[number]) => (source: object, args: { names: readonly string[] }) =>
    Object.fromEntries(Object.entries(labelsOf(entity, source)).filter(([name]) => args.names.includes(name)));
  const scalars = Object.fromEntries(Object.entries(resolvers).filter(([, value]) => 'serialize' in value));
  const entities = ENTITY_TYPES.map((entity) => [
    `${agency.prefix}${entity}`,
    { __resolveReference: ({ id }: { id: string }) => byId.get(id) ?? null, labels: labels(entity) },
  ]);
  return buildSubgraphSchema({ typeDefs, resolvers: { ...scalars, ...Object.fromEntries(entities) } as Resolvers });
}

async function indexSchema(
  agencies: readonly AgencyEntry[],
  holders: readonly AgencyEntry[],
  holdings: readonly Holdings[],
): Promise<GraphQLSchema> {
  const { typeDefs } = await buildIndexSubgraph({ agencies });
  const longest = Math.max(...holdings.map(({ records }) => records.length));
  const inTurn = Array.from({ length: longest }, (_, turn) => holdings.flatMap(({ records }) => records[turn] ?? []));
  const hits = inTurn.flat().map((record) => hitOf(record, holders));
  const records = (_: unknown, { first }: { first: number }) => ({
    totalCount: hits.length,
    edges: hits.slice(0, first).map((node, position) => ({ node, cursor: String(position) })),
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: '0', endCursor: String(first - 1) },
  });
  const typeOf = ({ id }: { id: string }) => holdings.map(({ byId }) => byId.get(id)?.__typename).find(Boolean);
  const found = (reference: { id: string }) => ({ ...reference, __typename: typeOf(reference) });
  const pointers = POINTERS.map((type) => [type, { __resolveReference: found }]);
  return buildSubgraphSchema({
    typeDefs,
    resolvers: { Query: { records }, ...Object.fromEntries(pointers) } as Resolvers,
  });
}

/** Interfaces that the hub points to by key: some gateways ask it what an object is. */
const POINTERS = ['Record', 'Case', 'Subject', 'LiaisonContact'];

function hitOf(record: Held, holders: readonly AgencyEntry[]) {
  const originator = holders.find(({ prefix }) => record.__typename === `${prefix}Record`)?.code;
  const labels = labelsOf('Record', record);
  return {
    disclosure: 'FULL',
    originator: { __typename: 'Agency', code: originator },
    record: { __typename: record.__typename, id: record.id },
    contact: record['contact'] ?? null,
    labels: ({ names }: { names: readonly string[] }) =>
      Object.fromEntries(Object.entries(labels).filter(([name]) => names.includes(name))),
  };
}

async function serve(schema: GraphQLSchema): Promise<string> {
  const known = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void textOf(request).then(async (text) => {
      asked += 1;
      const answer = known.get(text) ?? (await answerOf(schema, text));
      known.set(text, answer);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

async function answerOf(schema: GraphQLSchema, text: string): Promise<Buffer> {
  const { query, variables } = JSON.parse(text) as { query: string; variables?: Record<string, unknown> };
  const result = await execute({ schema, document: parse(query), variableValues: variables ?? {} });
  if (result.errors) console.error(result.errors[0]?.message, query);
  return Buffer.from(JSON.stringify(result));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

await main();
