import type { FastifyInstance } from 'fastify';
import { stripIgnoredCharacters, type GraphQLFieldResolver } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import type { Identities } from '../../../policy/issued-token.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { migrate } from '../../../platform/database/migrate.ts';
import { openPrisma } from '../../../platform/database/prisma.ts';
import { prepareNotifications } from '../../../platform/notifications/store.ts';
import type { Rulebook } from '../../../platform/rulebook.ts';
import { ENTITY_TYPES } from '../../../schema/contract.ts';
import { TEXT_FAMILIES, TEXT_HITS, TEXT_SEARCH } from '../../../schema/text-search.ts';
import { PrismaClient as AgencyClient } from '../../../subgraphs/agency/prisma/generated/client.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { importEntities } from '../../../subgraphs/agency/store/import.ts';
import { buildAgencySubgraph } from '../../../subgraphs/agency/subgraph.ts';
import { PrismaClient as HubClient } from '../../../subgraphs/index/prisma/generated/client.ts';
import { contribute } from '../../../subgraphs/index/contribution/contribute.ts';
import { cursorSeal, type CursorSeal } from '../../../subgraphs/index/search/cursor.ts';
import { buildIndexSubgraph } from '../../../subgraphs/index/subgraph.ts';
import { serveSubgraph, type ServedSubgraph } from '../../../subgraphs/kit/serve.ts';
import { BLINDING_KEYS, pointersTo } from '../pointers.ts';

/** The same in every world, so that cursors are too. */
const CURSOR_SECRET = new Uint8Array(32).fill(7);

/** What a subgraph was asked, in one line. */
export type Ask = (subgraph: string, query: string, variables: Readonly<Record<string, unknown>>) => void;

/** A request as it arrived at a subgraph. */
export interface Received {
  readonly subgraph: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What the subgraphs of a scenario have in common. */
export interface SubgraphWorld {
  /** All agencies of the supergraph: the index has stubs of their types. */
  readonly everyone: readonly AgencyEntry[];
  readonly rulebook: Rulebook;
  readonly gatewayKeys: () => JSONWebKeySet;
  readonly identities: () => Identities;
  readonly ask: Ask;
  /** Hears of every request as it arrived, whoever sent it. */
  readonly received: (request: Received) => void;
}

/** A running subgraph and what ends it. */
export interface ScenarioSubgraph {
  readonly name: string;
  readonly url: string;
  stop(): Promise<void>;
}

/** An agency's own subgraph, with its own database, its data and (unless a test looks at the gateway alone) its lock. */
export async function serveAgency(
  agency: AgencyEntry,
  url: string,
  data: readonly Stored[],
  locked: boolean,
  world: SubgraphWorld,
): Promise<ScenarioSubgraph> {
  const prisma = openPrisma(AgencyClient, url);
  await importEntities({ prisma, blinding: () => BLINDING_KEYS }, data);
  const { typeDefs, resolvers, labelsOf, contextFor } = await buildAgencySubgraph(agency);
  const served = await serveSubgraph({
    name: agency.code,
    typeDefs,
    resolvers: locked ? resolvers : searchingAll(withLabels(resolvers, agency, labelsOf), agency, world),
    lock: locked ? { agency, labelsOf } : 'none',
    contextFor: () => contextFor(prisma),
    ...common(agency.code, world),
  });
  return ending(served, () => prisma.$disconnect());
}

/** The index, with pointers to all that agencies hold. */
export async function serveIndex(
  url: string,
  data: ReadonlyMap<string, readonly Stored[]>,
  world: SubgraphWorld,
  cursors: CursorSeal = cursorSeal(CURSOR_SECRET),
): Promise<ScenarioSubgraph> {
  await migrate(url, new URL('../../../subgraphs/index/prisma/migrations', import.meta.url).pathname);
  await prepareNotifications(url);
  const database = openPrisma(HubClient, url);
  for (const [agency, held] of data) {
    const entries = pointersTo(held).map(
      ({ type, id, ...pointer }, position) =>
        ({ sequence: BigInt(position + 1), op: 'UPSERT', type, id, pointer }) as const,
    );
    if (entries.length > 0) await contribute(database, agency, entries);
  }
  const { typeDefs, resolvers, contextFor } = await buildIndexSubgraph({ agencies: world.everyone });
  const services = { database, cursors };
  const served = await serveSubgraph({
    name: 'index',
    typeDefs,
    resolvers,
    lock: 'none',
    contextFor: (asking) => contextFor(asking, services),
    ...common('index', world),
  });
  return ending(served, () => database.$disconnect());
}

/** What every subgraph of a scenario is served with. */
export function common(name: string, { rulebook, gatewayKeys, identities, ask, received }: SubgraphWorld) {
  const onRequest = (query: string, variables: Readonly<Record<string, unknown>>) =>
    ask(name, stripIgnoredCharacters(query), variables);
  const routes = (app: FastifyInstance) =>
    void app.addHook('preHandler', async ({ url, headers, body }) =>
      received({ subgraph: name, url, headers, body: Buffer.isBuffer(body) ? body.toString('utf8') : '' }),
    );
  return { rulebook, gatewayKeys, identities, onRequest, routes };
}

/** A subgraph that ends with what it needs. */
export function ending({ name, url, stop }: ServedSubgraph, end: () => Promise<void>): ScenarioSubgraph {
  return { name, url, stop: () => stop().then(end) };
}

/** Without the lock, texts are searched as the agency's own viewers would search them. */
function searchingAll(
  resolvers: Readonly<Record<string, object>>,
  { code, prefix }: AgencyEntry,
  { rulebook }: SubgraphWorld,
): Readonly<Record<string, object>> {
  const typename = prefix + TEXT_SEARCH;
  const searching = resolvers[typename] as Readonly<Record<string, GraphQLFieldResolver<unknown, object>>> | undefined;
  if (!searching) return resolvers;
  const grant = () => rulebook.at(new Date()).grant({ agency: code, role: 'analyst' }, undefined, new Set());
  const open = TEXT_FAMILIES.map((family) => TEXT_HITS[family].field).map((field) => {
    const resolve: GraphQLFieldResolver<unknown, object> = (source, args, context, info) =>
      searching[field]!(source, args, { ...context, grant: grant() }, info);
    return [field, resolve] as const;
  });
  return { ...resolvers, [typename]: { ...searching, ...Object.fromEntries(open) } };
}

/** Without the lock, which answers `labels`, they are answered plainly. */
function withLabels(
  resolvers: Readonly<Record<string, object>>,
  { prefix }: AgencyEntry,
  labelsOf: (typename: string, source: object) => Readonly<Record<string, unknown>>,
): Readonly<Record<string, object>> {
  const answering =
    (typename: string) =>
    (source: object, { names }: { names: readonly string[] }) =>
      Object.fromEntries(Object.entries(labelsOf(typename, source)).filter(([name]) => names.includes(name)));
  return {
    ...resolvers,
    ...Object.fromEntries(
      ENTITY_TYPES.map((type) => [prefix + type, { ...resolvers[prefix + type], labels: answering(prefix + type) }]),
    ),
  };
}
