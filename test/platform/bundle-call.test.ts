import Fastify, { type FastifyInstance } from 'fastify';
import { bundleCallProof, bundleCaller, EXCHANGE } from '../../platform/bundle-call.ts';
import { serveBundle } from '../../platform/bundle-server.ts';
import { writeBundle } from '../../platform/bundle-wire.ts';
import { Rulebook } from '../../platform/rulebook.ts';
import { urlFeed } from '../../platform/url-feed.ts';
import { assertAgencyCall } from '../../policy/agency-call.ts';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { newKeys } from '../kit/keys.ts';
import { openToyBundle } from '../kit/toy-bundle.ts';

const [dea, gateway, stranger] = [newKeys('dea'), newKeys('gateway'), newKeys('dea')];
const known = new Map([
  ['DEA', dea.published],
  [EXCHANGE, gateway.published],
]);
const bundle = writeBundle({ parties: '', documents: [], signatures: {} });

let app: FastifyInstance;
let url: string;
let asked: (string | undefined)[] = [];

beforeAll(async () => {
  app = Fastify({ forceCloseConnections: true });
  app.addHook('onRequest', async ({ headers }) => void asked.push(headers[ASSERTION_HEADER]?.toString()));
  app.setErrorHandler(async (error, _request, reply) => {
    const declared = error instanceof DeclaredError ? error.declaration : undefined;
    return reply.code(declared?.status ?? 500).send({ code: declared?.code });
  });
  const prove = bundleCallProof((caller) => known.get(caller));
  serveBundle(app, { bundle, onChange: () => () => undefined }, prove);
  url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/bundle`;
});
beforeEach(() => void (asked = []));
afterAll(() => app.close());

async function answer(assertion?: string, headers: Readonly<Record<string, string>> = {}) {
  const proof: Readonly<Record<string, string>> = assertion ? { [ASSERTION_HEADER]: assertion } : {};
  const response = await fetch(url, { headers: { ...proof, ...headers } });
  const body = (await response.json()) as { readonly code?: string };
  return [response.status, body.code];
}

const call = (agency: string, rest: Partial<Parameters<typeof assertAgencyCall>[0]> = {}, key = dea.signing) =>
  assertAgencyCall({ agency, audience: 'registry', body: 'GET /bundle', now: new Date(), ...rest }, key);

describe('GET /bundle', () => {
  it('hands the agreements to agencies, and to the exchange’s own servers', async () => {
    expect(await answer(await bundleCaller('DEA', () => dea.signing)())).toEqual([200, undefined]);
    expect(await answer(await bundleCaller(EXCHANGE, () => gateway.signing)())).toEqual([200, undefined]);
  });

  it.each<readonly [string, () => Promise<string | undefined>, string]>([
    ['nobody', async () => undefined, 'ASSERTION_MISSING'],
    ['who has another key', () => call('DEA', {}, stranger.signing), 'ASSERTION_INVALID'],
    ['who is no agency of the exchange', () => call('NSA'), 'ASSERTION_INVALID'],
    ['an agency that says it is the gateway', () => call(EXCHANGE), 'ASSERTION_INVALID'],
    ['who signed for the index', () => call('DEA', { audience: 'index' }), 'ASSERTION_AUDIENCE'],
    ['who signed another call', () => call('DEA', { body: '{}' }), 'ASSERTION_BODY'],
    ['who signed long ago', () => call('DEA', { now: new Date(Date.now() - 60_000) }), 'ASSERTION_EXPIRED'],
  ])('tells nothing to %s, and waits with nobody', async (_who, assertion, code) => {
    expect(await answer(await assertion())).toEqual([401, code]);
    expect(await answer(await assertion(), { 'if-none-match': `"${bundle.digest}"` })).toEqual([401, code]);
  });

  it('is asked with an assertion of its own each time', async () => {
    const sign = bundleCaller('DEA', () => dea.signing);
    const rulebook = new Rulebook({ feed: urlFeed(url, sign, 0.05), open: openToyBundle });
    await rulebook.ready;
    expect(rulebook.standing).toEqual({ is: 'current' });
    while (asked.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    rulebook.stop();
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('says to whom it refuses them what to look at', async () => {
    const sign = bundleCaller('DEA', () => stranger.signing);
    const rulebook = new Rulebook({ feed: urlFeed(url, sign), open: openToyBundle });
    await rulebook.ready;
    rulebook.stop();
    expect(rulebook.standing).toMatchObject({
      is: 'none',
      reason: expect.stringContaining('does not know the key') as string,
    });
  });
});
