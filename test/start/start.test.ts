import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';
import { killLeftovers, runProduct, spawnProduct, startProduct, type Product } from './product.ts';

const AGREEMENTS = fileURLToPath(new URL('../../agreements', import.meta.url));
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const PURPOSE = 'area=drug-trafficking; use=investigation; case=DEA-2026-0042';
const ICE_TITLES =
  '{ records(filter: { originators: ["ICE"] }, first: 5) { totalCount edges { node { record { title } } } } }';

let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordat-start-'));
  await cp(AGREEMENTS, join(folder, 'agreements'), { recursive: true });
  env = {
    PORT: '0',
    CONCORDAT_HOME: join(folder, 'home'),
    AGREEMENTS_DIR: join(folder, 'agreements'),
  };
});

afterAll(() => {
  killLeftovers();
  return rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly data?: {
    readonly records: {
      readonly totalCount: number;
      readonly edges: readonly { node: { record: { title: string | null } | null } }[];
    };
  };
  readonly errors?: readonly unknown[];
  readonly extensions?: { readonly visibility: { readonly ruleset: string } };
}

async function ask(product: Product, token: string, query = ICE_TITLES): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': PURPOSE, 'content-type': 'application/json' };
  const response = await fetch(`${product.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as Answer;
}

/** The first answer under a ruleset that is waited for; after ten seconds the last one, whatever it is. */
async function askUntil(product: Product, token: string, isAwaited: (ruleset?: string) => boolean): Promise<Answer> {
  const until = performance.now() + 10_000;
  for (;;) {
    const answer = await ask(product, token);
    if (isAwaited(answer.extensions?.visibility.ruleset) || performance.now() > until) return answer;
    await pause(50);
  }
}

/** The README's first query, and the answer that it shows. */
function firstQueryOfReadme(): { readonly query: string; readonly answer: unknown } {
  const body = /-d '(\{"query".*\})'/.exec(README)?.[1] ?? '';
  const answer = /```json\n(.*?)```/s.exec(README)?.[1] ?? '';
  return { query: (JSON.parse(body) as { query: string }).query, answer: JSON.parse(answer) };
}

async function tokenOf(...persona: readonly string[]): Promise<string> {
  const { status, stdout } = await runProduct('cli/token.ts', persona, env);
  expect(status).toBe(0);
  return stdout.trim();
}

describe('npm start', () => {
  it('answers under the agreements, follows their changes, survives kill -9, and stops cleanly', async () => {
    let product = await startProduct('start/all.ts', [], env);
    const token = await tokenOf('DEA', 'analyst');
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);

    const { query, answer } = firstQueryOfReadme();
    const answered = await ask(product, token, query);
    expect(JSON.parse(JSON.stringify(answered).replace(/"sha256-[\w-]+"/, '"sha256-…"'))).toEqual(answer);

    const first = await ask(product, token);
    expect(first.errors).toBeUndefined();
    const found = first.data?.records.totalCount ?? 0;
    expect(found).toBeGreaterThan(0);

    const health = await fetch(`${product.url}/health`);
    expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ status: 'ok' })]);

    // These tests start it with PLAYGROUND=off: nothing of the pages is there.
    const paths = ['/', '/matrix', '/agreements', '/playground/settings'];
    const pages = await Promise.all(paths.map((path) => fetch(`${product.url}${path}`)));
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const tokens = await fetch(`${product.url}/playground/tokens`, { method: 'POST', body: '{}' });
    expect(tokens.status).toBe(404);

    // An agreement whose text changes after it was signed discloses nothing; restored, it does again.
    const path = join(folder, 'agreements', 'ofc-ice-2009.yaml');
    const text = await readFile(path, 'utf8');
    const signed = first.extensions?.visibility.ruleset;
    await writeFile(path, text.replace('text: ', 'text: Tampered. '));
    const tampered = await askUntil(product, token, (ruleset) => ruleset !== signed);
    expect(tampered.extensions?.visibility.ruleset).not.toBe(signed);
    expect(tampered.data?.records.totalCount).toBeLessThan(found);
    // All its parties find the same, and say it in one line.
    const told = () =>
      product
        .output()
        .split('\n')
        .filter((line) => line.includes('no longer arrive'));
    for (const until = performance.now() + 10_000; told().length === 0 && performance.now() < until;) await pause(50);
    expect(told().map((line) => (JSON.parse(line) as { absent: unknown }).absent)).toEqual([['ofc-ice-2009']]);

    await writeFile(path, text);
    const restored = await askUntil(product, token, (ruleset) => ruleset === signed);
    expect(restored.data?.records.totalCount).toBe(found);

    // Killed without warning, it recovers at the next start: nothing is lost or doubled.
    expect(await product.end('SIGKILL')).toBe('SIGKILL');
    product = await startProduct('start/all.ts', [], env);
    expect((await ask(product, token)).data).toEqual(first.data);

    expect(await product.end('SIGTERM')).toBe(0);
  }, 120_000);

  it('starts again after a clean stop, runs with an agency on its own, and without it', async () => {
    const ports = {
      REGISTRY_PORT: String(await freePort()),
      INDEX_PORT: String(await freePort()),
      DEA_PORT: String(await freePort()),
    };
    const product = await startProduct('start/all.ts', [], {
      ...env,
      ...ports,
      SUBGRAPH_URL_DEA: `http://127.0.0.1:${ports.DEA_PORT}/graphql`,
    });
    const token = await tokenOf('ICE', 'analyst');
    const query =
      '{ records(filter: { originators: ["DEA"] }, first: 3) { totalCount edges { node { record { title } } } } }';
    const without = await ask(product, token, query);
    expect(without.errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }) as object }),
    ]);
    const agency = await startProduct('start/subgraph.ts', ['DEA'], {
      ...env,
      PORT: ports.DEA_PORT,
      REGISTRY_URL: `http://127.0.0.1:${ports.REGISTRY_PORT}`,
      INDEX_URL: `http://127.0.0.1:${ports.INDEX_PORT}`,
    });
    const answer = await ask(product, token, query);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.records.edges[0]?.node.record?.title).toEqual(expect.any(String));
    expect(await agency.end('SIGTERM')).toBe(0);
    expect(await product.end('SIGINT')).toBe(0);
  }, 120_000);
});

describe('Ctrl-C while it starts', () => {
  it('stops without having been ready, and says so at once', async () => {
    const spawned = spawnProduct('start/all.ts', [], { ...env, CONCORDAT_HOME: join(folder, 'interrupted') });
    const printed = { out: '', err: '' };
    spawned.process.stdout?.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
    spawned.process.stderr?.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
    while (!existsSync(join(folder, 'interrupted', 'signatures'))) await pause(20);
    expect(await spawned.end('SIGINT')).toBe(0);
    expect(printed.out).toBe('');
    expect(printed.err).toMatch(/^Making keys, .* the first start takes some seconds …\nstopping …\n$/);
  }, 60_000);
});

describe('a wrong setting', () => {
  it.each([
    ['start/all.ts', [], { PORT: 'http' }, 'PORT is `http`: set it to a whole number from 0 to 65535, or leave it out'],
    ['start/subgraph.ts', ['XYZ'], {}, 'usage: npm run subgraph -- CODE, with CODE one of: ATF, DEA'],
    ['start/subgraph.ts', ['DEA', 'FBI'], {}, 'and nothing after it: start `FBI` by itself'],
    ['start/subgraph.ts', ['DEA'], { SUBGRAPH_URL_FIB: 'http://127.0.0.1:1' }, 'did you mean `SUBGRAPH_URL_FBI`?'],
    ['cli/token.ts', ['DEA', 'spy'], {}, 'analyst'],
  ])('of %s is told, with what to do', async (program, args, wrong, message) => {
    const { status, stdout, stderr } = await runProduct(program, args, { ...env, ...wrong });
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('a port that is taken', () => {
  it.each([
    ['start/all.ts', [], 'PORT'],
    ['start/all.ts', [], 'REGISTRY_PORT'],
    ['start/subgraph.ts', ['DEA'], 'PORT'],
  ])('is told by %s %j before anything is made: %s', async (program, args, variable) => {
    const { createServer } = await import('node:net');
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as AddressInfo).port));
    });
    const home = join(folder, 'in-vain');
    const { status, stderr } = await runProduct(program, args, {
      ...env,
      CONCORDAT_HOME: home,
      [variable]: String(port),
    });
    taken.close();
    expect([status, existsSync(home)]).toEqual([1, false]);
    expect(stderr).toBe(
      `the port ${port} of \`127.0.0.1\` is taken: end what listens there, or set PORT to another (0: any free one)\n`,
    );
  });
});

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
