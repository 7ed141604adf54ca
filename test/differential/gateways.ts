import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import type { Answering } from '../../gateway/answering.ts';
import { permittedGateway } from '../../gateway/permit-all/gateway.ts';
import { readAnswer } from '../../gateway/permit-all/remote.ts';
import type { Answer, Operation, Sent, World } from './world.ts';

/** A gateway on a world's supergraph, and what its subgraphs were asked. */
export interface Asker {
  readonly schema: GraphQLSchema;
  ask(operation: Operation): Promise<Told>;
  stop(): Promise<void>;
}

/** What a gateway answered, and what it asked for that, in no order. */
export interface Told {
  readonly data: string;
  /** In no order: fetches are made at the same time. */
  readonly errors: readonly string[];
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly asked: readonly string[];
  /** Those of it that change something, in the order in which they were sent. */
  readonly changed: readonly string[];
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** The composed supergraph. @throws when it does not compose */
export function supergraphOf({ subgraphs }: World, urlOf: (subgraph: string) => string = urlIn): string {
  const services = Object.entries(subgraphs).map(([name, { sdl }]) => ({
    name,
    url: urlOf(name),
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error((errors ?? []).map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Apollo's gateway as it comes. */
export async function stock(world: World, supergraphSdl: string): Promise<Asker> {
  const { answer, asked } = subgraphsOf(world);
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: SILENT,
    buildService: ({ name, url }) =>
      new RemoteGraphQLDataSource({
        ...(url && { url }),
        fetcher: async (_url, init) => {
          const { status, type, body } = await answer(name, String(init?.body));
          const sent = { status, statusText: statusText(status), headers: { 'content-type': type } };
          return Object.defineProperty(new Response(body, sent), 'url', { value: url });
        },
      }),
  });
  return asker(gateway, [], async () => ({}), asked);
}

/** Ours, where everything is permitted. */
export async function permitted(world: World, supergraphSdl: string): Promise<Asker> {
  const { answer, asked } = subgraphsOf(world);
  const remoteOf = (name: string) => ({
    async ask(sent: string) {
      const { status, type, body } = await answer(name, sent);
      return readAnswer({ url: urlIn(name), status, statusText: statusText(status), type, text: body });
    },
  });
  const { gateway, plugin, admit } = permittedGateway(supergraphSdl, Object.keys(world.subgraphs), remoteOf);
  return asker(gateway, [plugin], admit, asked);
}

type Plugins = ConstructorParameters<typeof ApolloServer<Answering>>[0]['plugins'];

async function asker(
  gateway: ApolloGateway,
  plugins: NonNullable<Plugins>,
  context: () => Promise<unknown>,
  asked: string[],
): Promise<Asker> {
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => (schema = apiSchema));
  const server = new ApolloServer<Answering>({
    gateway,
    plugins: [ApolloServerPluginUsageReportingDisabled(), ...plugins],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: SILENT,
  });
  await server.start();
  return {
    get schema() {
      return schema!;
    },
    async ask(operation) {
      asked.length = 0;
      const contextValue = (await context()) as Answering;
      const { body } = await server.executeOperation(operation as { query: string }, { contextValue });
      if (body.kind !== 'single') throw new Error('an incremental answer');
      const { data, errors = [], extensions } = body.singleResult;
      const { visibility: _, ...told } = { ...extensions };
      return {
        data: JSON.stringify(data) ?? 'none',
        errors: errors.map((error) => JSON.stringify(error)).sort(),
        extensions: JSON.parse(JSON.stringify(told), inNoOrder) as Told['extensions'],
        asked: [...asked].sort(),
        changed: asked.filter((sent) => /^\S+ mutation\b/.test(sent)),
      };
    },
    stop: () => server.stop(),
  };
}

/** Apollo goes over what is asked for twice twice, and tells then of what it found amiss. */
function inNoOrder(key: string, value: unknown): unknown {
  return key === 'valueCompletion' && Array.isArray(value)
    ? [...(value as unknown[])].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
    : value;
}

/** The subgraphs in this process, and what each is asked. */
function subgraphsOf({ subgraphs }: World) {
  const asked: string[] = [];
  const schemas = new Map(
    Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers() as never }),
    ]),
  );
  const answer = async (name: string, text: string): Promise<Required<Sent> & { body: string }> => {
    const { query, variables } = JSON.parse(text) as { query: string; variables: Record<string, unknown> };
    asked.push(`${name} ${query} ${JSON.stringify(variables)}`);
    const answered = await graphql({ schema: schemas.get(name)!, source: query, variableValues: variables });
    const sent = subgraphs[name]!.tamper(JSON.parse(JSON.stringify(answered)) as Answer, query);
    const body = typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body);
    return { status: sent.status ?? 200, type: sent.type ?? 'application/json', body };
  };
  return { answer, asked };
}

function urlIn(name: string): string {
  return `http://${name}.test/graphql`;
}

function statusText(status: number): string {
  return status === 200 ? 'OK' : `Status ${status}`;
}
