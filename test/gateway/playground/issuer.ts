import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';
import { makeDemoVoucher, type DemoViewer } from '../../../platform/demo-token.ts';
import type { PrivateKeys } from '../../../platform/party-keys.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';

const CLIENT = 'concordat-pages';
const ELSEWHERE = 'http://127.0.0.1:4000/';
const RESOURCE = 'urn:concordat';
const MINUTES_15 = 15 * 60;

/** An agency's own sign-in. */
export interface Issuer {
  readonly url: string;
  /** Signs a viewer in, as a page does that sends them there and gets them back. @returns the access token */
  signIn(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Runs the issuer of an agency, at which one viewer has an account and is let in without a word.
 * @param returnTo the page that viewers are sent back to
 * @param at port; 0: any free one
 */
export async function startIssuer(
  agency: AgencyEntry,
  keys: PrivateKeys,
  viewer: DemoViewer & { readonly sub: string; readonly name: string },
  returnTo = ELSEWHERE,
  at = 0,
): Promise<Issuer> {
  const { default: OpenIdProvider } = await import('oidc-provider');
  const provider = new OpenIdProvider(agency.issuer, {
    ...CONFIGURATION,
    clients: [{ ...CLIENT_ENTRY, redirect_uris: [returnTo] }],
    jwks: { keys: [{ ...keys.viewers, alg: 'EdDSA', use: 'sig' }] },
    findAccount: async (_context: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    extraTokenClaims: async () => ({
      agency: agency.code,
      name: viewer.name,
      role: viewer.role,
      trainings: viewer.trainings,
      voucher: await makeDemoVoucher({ ...viewer, agency, keys, seconds: MINUTES_15 }),
    }),
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/')) void letIn(provider, viewer.sub, request, response);
    else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    signIn: () => signIn(url, returnTo),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const CLIENT_ENTRY = {
  client_id: CLIENT,
  grant_types: ['authorization_code'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
  id_token_signed_response_alg: 'EdDSA',
};

const CONFIGURATION = {
  clientBasedCORS: () => true,
  clientDefaults: { id_token_signed_response_alg: 'EdDSA' },
  ttl: Object.fromEntries(
    ['AccessToken', 'Grant', 'IdToken', 'Interaction', 'Session'].map((kind) => [kind, MINUTES_15]),
  ),
  cookies: { keys: ['of a test'] },
  interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: async () => RESOURCE,
      useGrantedResource: async () => true,
      getResourceServerInfo: async () => ({
        scope: 'ask',
        audience: 'concordat',
        accessTokenFormat: 'jwt',
        accessTokenTTL: MINUTES_15,
        jwt: { sign: { alg: 'EdDSA' } },
      }),
    },
  },
};

async function letIn(
  provider: Provider,
  accountId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const grant = new provider.Grant({ accountId, clientId: CLIENT });
  grant.addOIDCScope('openid');
  grant.addResourceScope(RESOURCE, 'ask');
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId } });
}

async function signIn(url: string, returnTo: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const code = await follow(url, returnTo, {
    client_id: CLIENT,
    redirect_uri: returnTo,
    response_type: 'code',
    scope: 'openid',
    state: 'of-a-test',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: CLIENT,
    redirect_uri: returnTo,
    code,
    code_verifier: verifier,
  });
  const response = await fetch(`${url}/token`, { method: 'POST', body });
  const { access_token: token } = (await response.json()) as { readonly access_token: string };
  return token;
}

/** Follows the issuer's way until it sends the viewer back. @returns the code that they come back with */
async function follow(url: string, returnTo: string, parameters: Readonly<Record<string, string>>): Promise<string> {
  const cookies = new Map<string, string>();
  let place = `${url}/auth?${new URLSearchParams(parameters).toString()}`;
  while (!place.startsWith(returnTo)) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(place, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`the issuer stops with ${response.status}: ${await response.text()}`);
    place = new URL(next, place).href;
  }
  return new URL(place).searchParams.get('code') ?? '';
}
