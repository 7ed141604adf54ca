import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import type { World } from './world.ts';

/** The subgraphs of a world over HTTP, on this machine. */
export interface Served {
  urlOf(subgraph: string): string;
  stop(): Promise<void>;
}

/** Serves every subgraph of a world. */
export async function serve({ subgraphs }: World): Promise<Served> {
  const servers = new Map<string, Server>();
  for (const [name, { sdl, resolvers }] of Object.entries(subgraphs)) {
    const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers() as never });
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
          query: string;
          variables: object;
        };
        void graphql({ schema, source: query, variableValues: variables as Record<string, unknown> }).then((answer) =>
          response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.set(name, server);
  }
  return {
    urlOf: (name) => `http://127.0.0.1:${(servers.get(name)?.address() as AddressInfo | undefined)?.port ?? 1}/`,
    stop: async () => {
      for (const server of servers.values()) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
