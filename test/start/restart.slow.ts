import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, firstQueryOfReadme, steady } from './asking.ts';
import { useHome } from './home.ts';
import { spawnProduct, startProduct } from './product.ts';
import { expectTaken, expectTold, type WrongSetting } from './refusals.ts';

const home = useHome();

describe('npm start', () => {
  it('answers as the README shows, and survives kill -9: nothing is lost or doubled at the next start', async () => {
    let product = await startProduct('start/all.ts', [], home.env);
    const token = await home.tokenOf('DEA', 'analyst');
    const { query, answer } = firstQueryOfReadme();
    expect(steady(await ask(product, token, query))).toEqual(answer);
    const first = await ask(product, token);
    expect(first.errors).toBeUndefined();
    expect(first.data?.records.totalCount).toBeGreaterThan(0);

    expect(await product.end('SIGKILL')).toBe('SIGKILL');
    product = await startProduct('start/all.ts', [], home.env);
    expect((await ask(product, token)).data).toEqual(first.data);
    expect(await product.end('SIGTERM')).toBe(0);
  });

  it('starts again after a clean stop, runs with an agency on its own, and without it', async () => {
    const ports = {
      REGISTRY_PORT: String(await freePort()),
      INDEX_PORT: String(await freePort()),
      DEA_PORT: String(await freePort()),
    };
    const product = await startProduct('start/all.ts', [], {
      ...home.env,
      ...ports,
      SUBGRAPH_URL_DEA: `http://127.0.0.1:${ports.DEA_PORT}/graphql`,
    });
    const token = await home.tokenOf('ICE', 'analyst');
    const query =
      '{ records(filter: { originators: ["DEA"] }, first: 3) { totalCount edges { node { record { title } } } } }';
    const without = await ask(product, token, query);
    expect(without.errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }) as object }),
    ]);
    const agency = await startProduct('start/subgraph.ts', ['DEA'], {
      ...home.env,
      PORT: ports.DEA_PORT,
      REGISTRY_URL: `http://127.0.0.1:${ports.REGISTRY_PORT}`,
      INDEX_URL: `http://127.0.0.1:${ports.INDEX_PORT}`,
    });
    const answer = await ask(product, token, query);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.records.edges[0]?.node.record?.title).toEqual(expect.any(String));
    expect(await agency.end('SIGTERM')).toBe(0);
    expect(await product.end('SIGINT')).toBe(0);
  });
});

describe('Ctrl-C while it starts', () => {
  it('stops without having been ready, and says so at once', async () => {
    const spawned = spawnProduct('start/all.ts', [], { ...home.env, CONCORDAT_HOME: join(home.folder, 'interrupted') });
    const printed = { out: '', err: '' };
    spawned.process.stdout?.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
    spawned.process.stderr?.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
    while (!existsSync(join(home.folder, 'interrupted', 'signatures'))) await pause(20);
    expect(await spawned.end('SIGINT')).toBe(0);
    expect(printed.out).toBe('');
    expect(printed.err).toMatch(/^Making keys, .* the first start takes some seconds …\nstopping …\n$/);
  });
});

describe('a wrong setting', () => {
  it.each<WrongSetting>([
    ['start/subgraph.ts', ['XYZ'], {}, 'usage: npm run subgraph -- CODE, with CODE one of: ATF, DEA'],
    ['start/subgraph.ts', ['DEA', 'FBI'], {}, 'and nothing after it: start `FBI` by itself'],
    ['start/subgraph.ts', ['DEA'], { SUBGRAPH_URL_FIB: 'http://127.0.0.1:1' }, 'did you mean `SUBGRAPH_URL_FBI`?'],
    ['cli/token.ts', ['DEA', 'spy'], {}, 'analyst'],
  ])('of %s is told, with what to do: %j', (...wrong) => expectTold(home, wrong));
});

describe('a port that is taken', () => {
  it.each([
    ['start/all.ts', [], 'REGISTRY_PORT'],
    ['start/subgraph.ts', ['DEA'], 'PORT'],
  ])('is told by %s %j before anything is made: %s', (...started) => expectTaken(home, ...started));
});

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
