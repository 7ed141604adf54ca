import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SubgraphClient } from '../../../gateway/federation/subgraph-client.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n{"data":null}';

/** A server that does what a test says with each connection. */
async function serving(does: (socket: Socket) => void): Promise<{ server: Server; url: string; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    does(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, sockets, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}

describe('a subgraph', () => {
  let client: SubgraphClient | undefined;
  let stop: (() => void) | undefined;

  async function asked(does: (socket: Socket) => void, limits = {}) {
    const { server, sockets, url } = await serving(does);
    client = new SubgraphClient(url, limits);
    stop = () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    };
    return { ask: (body = '{}') => client!.post(body, {}), sockets };
  }

  afterEach(async () => {
    await client?.close();
    stop?.();
  });

  it('is answered by though it answers before it has read the question', async () => {
    const { ask } = await asked((socket) => void socket.write(ANSWER));
    expect(await ask('x'.repeat(1_000_000))).toEqual({ data: null });
  });

  it('is answered by without a length, until it ends', async () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n';
    const { ask } = await asked((socket) => void socket.once('data', () => socket.end(`${head}{"data":null}`)));
    expect(await ask()).toEqual({ data: null });
  });

  it('is answered by in chunks of a byte', async () => {
    const chunks = [...'{"data":null}'].map((byte) => `1\r\n${byte}\r\n`).join('');
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
    const { ask } = await asked((socket) => void socket.once('data', () => socket.write(`${head}${chunks}0\r\n\r\n`)));
    expect(await ask()).toEqual({ data: null });
  });

  it('that answered too late does not answer the next question', async () => {
    let connections = 0;
    const late = ANSWER.replace('null}', '"l"}');
    const { ask } = await asked(
      (socket) => {
        const isFirst = (connections += 1) === 1;
        socket.once('data', () => setTimeout(() => socket.write(isFirst ? late : ANSWER), isFirst ? 150 : 0));
      },
      { timeoutMilliseconds: 100 },
    );
    await expect(ask()).rejects.toThrow('TimeoutError');
    expect(await ask()).toEqual({ data: null });
  });

  it('that says twice what it was asked once does not answer the next question', async () => {
    const { ask } = await asked(
      (socket) => void socket.on('data', () => socket.write(ANSWER + ANSWER.replace('null', '"l" '))),
    );
    const first = await ask().catch(() => undefined);
    const second = await ask().catch(() => undefined);
    for (const answer of [first, second]) expect([undefined, null]).toContain(answer?.data);
  });

  it('that is closed fails what was asked of it, under way and waiting, and what is asked afterwards', async () => {
    const { ask, sockets } = await asked(() => undefined);
    const all = Array.from({ length: 100 }, async () => ask().catch((error: unknown) => (error as Error).message));
    while (sockets.size < 32) await new Promise(setImmediate);
    await client?.close();
    expect(new Set(await Promise.all(all))).toEqual(new Set(['it did not answer: UND_ERR_DESTROYED']));
    await expect(ask()).rejects.toThrow('UND_ERR_DESTROYED');
  });

  it('that never answers does not hold up what waits for longer than it may', async () => {
    const { ask } = await asked(() => undefined, { timeoutMilliseconds: 50 });
    const all = await Promise.allSettled(Array.from({ length: 200 }, async () => ask()));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['rejected']));
  });

  it('whose headers cannot be sent fails, and nothing is left behind', async () => {
    await asked((socket) => void socket.write(ANSWER));
    await expect(client!.post('{}', { 'x-a': 'line\r\nbreak' })).rejects.toThrow(
      'it did not answer: UND_ERR_INVALID_ARG',
    );
  });
});
