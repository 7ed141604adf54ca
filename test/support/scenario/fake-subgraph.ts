import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a subgraph that misbehaves answers: whatever it likes, or (undefined) nothing, ever. */
export interface Fake {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}

/** A server in the place of a subgraph, whose answer a test sets. */
export interface FakeSubgraph {
  answer: (question: { readonly query: string; readonly variables: Record<string, unknown> }) => Fake | undefined;
  readonly url: string;
  stop(): void;
}

/** Starts one that answers nothing until it is told what. */
export async function fakeSubgraph(): Promise<FakeSubgraph> {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const question = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Parameters<FakeSubgraph['answer']>[0];
      const answer = fake.answer(question);
      if (!answer) return;
      response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const fake: FakeSubgraph = {
    answer: () => undefined,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return fake;
}
