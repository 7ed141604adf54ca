import { generateKeyPair, exportJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { identifier } from '../../gateway/identity/identify.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { agencyEntry } from '../support/toy-federation.ts';

const agencies = [agencyEntry('ICE'), agencyEntry('DEA')];
const NOW = new Date('2026-01-01T00:00:00Z');
const keys = new Map<string, { agreements: { keys: JWK[] }; viewers: { keys: JWK[] }; service: { keys: JWK[] } }>();
const secret = new Map<string, CryptoKey>();

beforeAll(async () => {
  for (const { code } of agencies) {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: `${code}-viewers`, alg: 'EdDSA' };
    keys.set(code, { agreements: { keys: [] }, viewers: { keys: [jwk] }, service: { keys: [] } });
    secret.set(code, privateKey);
  }
});

interface Claims {
  readonly signer?: string;
  readonly issuer?: string;
  readonly agency?: unknown;
  readonly role?: unknown;
  readonly audience?: string;
  readonly expires?: Date;
  /** Claims beside these. */
  readonly vouched?: Readonly<Record<string, unknown>>;
}

function token({
  signer = 'DEA',
  issuer = 'https://id.dea.example',
  agency = 'DEA',
  role = 'analyst',
  audience = 'concordat',
  expires = new Date('2026-01-01T01:00:00Z'),
  vouched = {},
}: Claims = {}) {
  return new SignJWT({ agency, role, ...vouched })
    .setProtectedHeader({ alg: 'EdDSA', kid: `${signer}-viewers` })
    .setIssuer(issuer)
    .setSubject('agent-7')
    .setAudience(audience)
    .setIssuedAt(new Date('2025-12-31T23:59:00Z'))
    .setExpirationTime(expires)
    .sign(secret.get(signer)!);
}

const identify = identifier(() => ({ agencies, keys: keys }));

async function outcome(authorization: string | undefined, now = NOW): Promise<unknown> {
  try {
    return await identify(authorization, now);
  } catch (error) {
    return error instanceof DeclaredError ? error.code : error;
  }
}

describe('a viewer', () => {
  it("is who their own agency's issuer says", async () => {
    expect(await outcome(`Bearer ${await token()}`)).toEqual({ sub: 'agent-7', agency: 'DEA', role: 'analyst' });
  });

  it('has the trainings, the clearance and the part in the agency that it vouches for', async () => {
    const vouched = { trainings: ['privacy', 'child-protection', 'privacy'], clearance: 'secret', contact_point: true };
    expect(await outcome(`Bearer ${await token({ vouched: { ...vouched, name: 'Ada Brook' } })}`)).toEqual({
      sub: 'agent-7',
      agency: 'DEA',
      role: 'analyst',
      name: 'Ada Brook',
      trainings: ['child-protection', 'privacy'],
      clearance: 'secret',
      contactPoint: true,
    });
  });

  it.each([
    ['trainings that are one word', { trainings: 'privacy' }],
    ['a training that is no word', { trainings: ['privacy', 7] }],
    ['a training that is empty', { trainings: [''] }],
    ['an endless training', { trainings: ['x'.repeat(65)] }],
    ['too many trainings', { trainings: Array.from({ length: 65 }, (_, at) => `training-${at}`) }],
    ['no trainings said with null', { trainings: null }],
    ['a clearance that is a rank', { clearance: 3 }],
    ['a clearance with a line end', { clearance: 'secret\n' }],
    ['a contact point in words', { contact_point: 'true' }],
  ])('is refused with %s', async (_name, vouched) => {
    expect(await outcome(`Bearer ${await token({ vouched })}`)).toBe('TOKEN_INVALID');
  });

  it('is nobody without a token, or with one that is no token', async () => {
    expect(await outcome(undefined)).toBe('TOKEN_MISSING');
    expect(await outcome('Basic abc')).toBe('TOKEN_MISSING');
    expect(await outcome('Bearer abc')).toBe('TOKEN_INVALID');
  });

  it.each([
    ['an issuer of no agency', { issuer: 'https://id.evil.example' }, 'ISSUER_UNKNOWN'],
    ["another agency's key", { signer: 'ICE' }, 'TOKEN_INVALID'],
    ["another agency's viewer", { agency: 'ICE' }, 'ISSUER_NOT_ENTITLED'],
    ['no agency', { agency: null }, 'ISSUER_NOT_ENTITLED'],
    ['no role', { role: null }, 'TOKEN_INVALID'],
    ['another audience', { audience: 'elsewhere' }, 'TOKEN_INVALID'],
    ['an expiry that is past', { expires: new Date('2025-12-31T23:59:30Z') }, 'TOKEN_INVALID'],
  ])('is refused with %s', async (_name, claims, code) => {
    expect(await outcome(`Bearer ${await token(claims as Claims)}`)).toBe(code);
  });

  it('is refused with a shared secret, or no signature at all', async () => {
    const claims = Buffer.from(
      JSON.stringify({
        iss: 'https://id.dea.example',
        aud: 'concordat',
        sub: 'x',
        agency: 'DEA',
        role: 'analyst',
        exp: 1767232800,
      }),
    ).toString('base64url');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    expect(await outcome(`Bearer ${none}`)).toBe('TOKEN_INVALID');
    const publicBytes = new TextEncoder().encode(JSON.stringify(keys.get('DEA')?.viewers.keys[0]));
    const hmac = await new SignJWT({ agency: 'DEA', role: 'analyst' })
      .setProtectedHeader({ alg: 'HS256', kid: 'DEA-viewers' })
      .setIssuer('https://id.dea.example')
      .setSubject('x')
      .setAudience('concordat')
      .setExpirationTime(new Date('2026-01-01T01:00:00Z'))
      .sign(publicBytes);
    expect(await outcome(`Bearer ${hmac}`)).toBe('TOKEN_INVALID');
  });

  it('is remembered no longer than the token lasts', async () => {
    const short = `Bearer ${await token({ expires: new Date('2026-01-01T00:00:10Z') })}`;
    expect(await outcome(short)).toMatchObject({ agency: 'DEA' });
    expect(await outcome(short, new Date('2026-01-01T00:00:20Z'))).toBe('TOKEN_INVALID');
  });
});
