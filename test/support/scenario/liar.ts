import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ScenarioSubgraph } from './subgraphs.ts';

/** An answer that a liar sends: JSON in the place of the honest one, or whatever it does to the connection. */
export type Lie =
  | { readonly json: unknown }
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string | Buffer }
  | ((socket: Socket) => void);

/** What an honest subgraph answers. */
export interface Honest {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: unknown;
}

/** A compromised subgraph: it hears every question, knows what an honest one would answer, and says what it likes. */
export interface Liar {
  /** The lie, made of the honest answer. Undefined: it does not lie. */
  lie: ((honest: Honest, variables: Readonly<Record<string, unknown>>) => Lie) | undefined;
  /** In the place of a subgraph. */
  inPlaceOf(honest: ScenarioSubgraph): ScenarioSubgraph;
}

/** A liar, at the start an honest one. */
export async function startLiar(): Promise<Liar> {
  let honest: ScenarioSubgraph | undefined;
  const server = createServer((request, response) => {
    request.socket.on('error', () => undefined);
    answer(request, response, honest?.url ?? '', liar).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const liar: Liar = {
    lie: undefined,
    inPlaceOf(subgraph) {
      honest = subgraph;
      const stop = async () => {
        server.closeAllConnections();
        server.close();
        await subgraph.stop();
      };
      return { name: subgraph.name, url, stop };
    },
  };
  return liar;
}

async function answer(request: IncomingMessage, response: ServerResponse, url: string, { lie }: Liar): Promise<void> {
  const body = await bytesOf(request);
  const headers = { ...request.headers } as Record<string, string>;
  for (const name of ['host', 'connection', 'content-length', 'transfer-encoding']) delete headers[name];
  const asked = await fetch(url, { method: 'POST', headers, body });
  const told = lie?.((await asked.clone().json()) as Honest, variablesIn(body)) ?? {
    status: asked.status,
    body: await asked.text(),
  };
  if (typeof told === 'function') return told(request.socket);
  if ('json' in told) return void response.writeHead(200, JSON_TYPE).end(JSON.stringify(told.json));
  response.writeHead(told.status ?? 200, { ...JSON_TYPE, ...told.headers }).end(told.body);
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function variablesIn(body: Buffer): Readonly<Record<string, unknown>> {
  return (JSON.parse(body.toString('utf8')) as { variables?: Record<string, unknown> }).variables ?? {};
}
