import { get, type IncomingMessage } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { refuseWell } from '../../../gateway/http/outcomes.ts';
import { secureAnswers } from '../../../gateway/http/security-headers.ts';
import { DEFAULT_LIMITS } from '../../../gateway/limits/limits.ts';
import { servePlayground } from '../../../gateway/playground/serve.ts';
import { purposes } from '../../../schema/purposes.ts';
import { SCRIPT, SCRIPT_TEXT, toyBundle } from './toy-bundle.ts';

const SIGN_IN = {
  agency: 'DEA',
  agencyName: 'Drug Enforcement Administration',
  issuer: 'https://id.dea.example',
  authority: 'https://login.dea.example/realm',
  clientId: 'concordat-pages',
};
const bundled = await toyBundle();

let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  app = Fastify({ exposeHeadRoutes: false });
  await secureAnswers(app);
  refuseWell(app, DEFAULT_LIMITS.door, () => undefined);
  await servePlayground(app, { bundled, signIn: [SIGN_IN], personas: undefined });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(() => app.close());
beforeEach(() => (bundled.state = undefined));

/** The bytes of an answer, as they came. */
async function bytesOf(path: string, accepted: string): Promise<{ encoding: string | undefined; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url + path, { headers: { 'accept-encoding': accepted } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}

/** What a path answers that is sent as it is: `fetch` would tidy it up. */
async function raw(path: string): Promise<{ readonly status: number | undefined; readonly text: string }> {
  const { hostname, port } = new URL(url);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ hostname, port, path }, resolve).on('error', reject);
  });
  return { status: response.statusCode, text: await textOf(response) };
}

/** The directives of a policy, by name. */
function policyOf({ headers }: Response): Readonly<Record<string, string>> {
  const directives = (headers.get('content-security-policy') ?? '').split(';').map((one) => one.trim().split(' '));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources.join(' ')] as const));
}

const STRICT = {
  'default-src': "'none'",
  'script-src': "'self'",
  'connect-src': "'self' https://login.dea.example",
  'worker-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

describe('a page', () => {
  it.each([
    ['/', 'Explore', SCRIPT],
    ['/?code=abc&state=def', 'Explore', SCRIPT],
    ['/target', 'Target', 'target-UVWX.js'],
    ['/matrix', 'Visibility matrix', 'matrix-MNOP.js'],
    ['/agreements', 'Agreements', 'agreements-QRST.js'],
    ['/agreements/ice-dea-2009', 'Agreements', 'agreements-QRST.js'],
  ])('%s loads what is its own, from here alone, and stays in no cache', async (path, title, script) => {
    const response = await fetch(url + path);
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(text).toContain(`<title>${title} · Concordat</title>`);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('<div id="root">');
    expect([...text.matchAll(/(?:src|href)="(?!data:)([^"]*)"/g)].map(([, place]) => place)).toEqual([
      '/playground/assets/shared-EFGH5678.css',
      '/playground/assets/chunk-IJKL9012.js',
      `/playground/assets/${script}`,
    ]);
    expect(text).not.toMatch(/<script(?![^>]*src=)|<style|style=|onload=|abc/);
  });

  it('that has an editor allows the styles that it writes, and no more', async () => {
    expect(policyOf(await fetch(`${url}/`))).toEqual({ ...STRICT, 'style-src': "'self' 'unsafe-inline'" });
  });

  it.each(['/target', '/matrix', '/agreements', '/agreements/x'])(
    '%s allows nothing that is not its own',
    async (path) => {
      expect(policyOf(await fetch(url + path))).toEqual({
        ...STRICT,
        'style-src': "'self'",
        'require-trusted-types-for': "'script'",
        'trusted-types': "'none'",
      });
    },
  );

  it('that is being made says so, and is asked for again', async () => {
    bundled.state = 'being-made';
    const response = await fetch(`${url}/`);
    const text = await response.text();
    expect([response.status, text]).toEqual([503, expect.stringContaining('are being made')]);
    expect(text).toContain('<meta http-equiv="refresh" content="1">');
  });

  it('that was never made says what to run', async () => {
    bundled.state = 'missing';
    const response = await fetch(`${url}/matrix`);
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run playground')]);
  });

  it.each([
    ['GET', '/nowhere', 404, 'NOT_FOUND'],
    ['GET', '/agreements/a/b', 404, 'NOT_FOUND'],
    ['POST', '/', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/playground/settings', 405, 'METHOD_NOT_ALLOWED'],
  ])('%s %s is none', async (method, path, status, code) => {
    const response = await fetch(url + path, { method });
    expect([response.status, await response.json()]).toMatchObject([status, { errors: [{ extensions: { code } }] }]);
  });
});

describe('what a page loads', () => {
  const path = `/playground/assets/${SCRIPT}`;

  it('is kept for ever, and does nothing by itself', async () => {
    const { status, headers } = await fetch(url + path);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringMatching(/javascript; charset=utf-8$/) as string,
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    });
  });

  it('comes compressed to whoever reads that', async () => {
    const [br, gzip, plain] = [
      await bytesOf(path, 'gzip, deflate, br'),
      await bytesOf(path, 'gzip'),
      await bytesOf(path, 'identity'),
    ];
    expect([br.encoding, gzip.encoding, plain.encoding]).toEqual(['br', 'gzip', undefined]);
    expect(brotliDecompressSync(br.bytes).toString()).toBe(SCRIPT_TEXT);
    expect(gunzipSync(gzip.bytes).toString()).toBe(SCRIPT_TEXT);
    expect(plain.bytes.toString()).toBe(SCRIPT_TEXT);
    expect(br.bytes.length).toBeLessThan(plain.bytes.length / 10);
  });

  it.each([
    '/playground/assets/',
    '/playground/assets',
    '/playground/assets/other.js',
    '/playground/assets/../secret.txt',
    '/playground/assets/%2e%2e/secret.txt',
    '/playground/assets/..%2fsecret.txt',
    '/playground/assets/%2e%2e%2fmanifest.json',
    '/playground/assets/..%5csecret.txt',
    '/playground/assets//etc/passwd',
    '/playground/assets/.hidden',
    '/playground/assets/%00',
    '/playground/secret.txt',
  ])('is nothing beside: %s', async (place) => {
    const { status, text } = await raw(place);
    expect(text).not.toMatch(/a secret|root:|sources/);
    const code = (JSON.parse(text) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions.code;
    expect([status, code]).toEqual(status === 400 ? [400, 'BAD_REQUEST'] : [404, 'NOT_FOUND']);
  });

  it('is not kept where it is not there', async () => {
    const { headers } = await fetch(`${url}/playground/assets/other.js`);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('what a page is told', () => {
  it('is where to sign in and what one may ask for, and of no persona outside a demo', async () => {
    const response = await fetch(`${url}/playground/settings`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      personas: [],
      signIn: [SIGN_IN],
      purposes: {
        areas: [...purposes.areas.values()],
        uses: [...purposes.uses.values()],
        searches: [...purposes.searches.values()],
        stages: ['hit', 'match', 'core-data', 'follow-up'],
      },
    });
  });

  it('is no token outside a demo', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/playground/tokens`, {
      method: 'POST',
      headers,
      body: '{"persona":"DEA/analyst"}',
    });
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });
});
