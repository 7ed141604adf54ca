import { SignJWT } from 'jose';
import { identifier } from '../../gateway/identity/identify.ts';
import type { CallerViewer } from '../../policy/viewer-claims.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { agencyEntry } from '../support/toy-federation.ts';
import { vouching, type Otherwise } from '../support/vouching.ts';

const agencies = [agencyEntry('ICE'), agencyEntry('DEA')];
const NOW = new Date('2026-01-01T00:00:00Z');
const { identities, voucher } = vouching(agencies);
const identify = identifier(identities);
const AGENT: CallerViewer = { sub: 'agent-7', agency: 'DEA', role: 'analyst' };

const BEARER = { now: NOW, audience: 'concordat', type: 'JWT' };

/** A bearer token of the viewer's agency, and in it a voucher that says the same, each unless told otherwise. */
async function token(viewer = AGENT, otherwise: Otherwise = {}, vouched: Otherwise = {}): Promise<string> {
  const claims = { ...otherwise.claims, ...vouched.claims };
  const inside = await voucher(viewer, { now: NOW, ...vouched, claims });
  return voucher(viewer, { ...BEARER, ...otherwise, claims: { voucher: inside, ...otherwise.claims } });
}

async function outcome(authorization: string | undefined, now = NOW): Promise<unknown> {
  try {
    return (await identify(authorization, now)).viewer;
  } catch (error) {
    return error instanceof DeclaredError ? error.code : error;
  }
}

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('a viewer', () => {
  it("is who their own agency's issuer says", async () => {
    expect(await outcome(`Bearer ${await token()}`)).toEqual(AGENT);
  });

  it('has the trainings, the clearance and the part in the agency that it vouches for', async () => {
    const claims = { trainings: ['privacy', 'child-protection', 'privacy'], clearance: 'secret', contact_point: true };
    expect(await outcome(`Bearer ${await token({ ...AGENT, name: 'Ada Brook' }, { claims })}`)).toEqual({
      ...AGENT,
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
    ['no role', { role: null }],
    ['a subject with a line end', { sub: 'v\n1' }],
    ['an endless role', { role: 'x'.repeat(257) }],
  ])('is refused with %s', async (_name, claims) => {
    expect(await outcome(`Bearer ${await token(AGENT, { claims })}`)).toBe('TOKEN_INVALID');
  });

  it('is nobody without a token, or with one that is no token', async () => {
    expect(await outcome(undefined)).toBe('TOKEN_MISSING');
    expect(await outcome('Basic abc')).toBe('TOKEN_MISSING');
    expect(await outcome('Bearer abc')).toBe('TOKEN_INVALID');
  });

  it.each<readonly [string, Otherwise, string]>([
    ['an issuer of no agency', { claims: { iss: 'https://id.evil.example' } }, 'ISSUER_UNKNOWN'],
    ["another agency's key", { signer: 'ICE' }, 'TOKEN_INVALID'],
    ['a key of the agency that is for other things', { set: 'service' }, 'TOKEN_INVALID'],
    ["another agency's viewer", { claims: { agency: 'ICE' } }, 'ISSUER_NOT_ENTITLED'],
    ['no agency', { claims: { agency: null } }, 'ISSUER_NOT_ENTITLED'],
    ['another audience', { audience: 'elsewhere' }, 'TOKEN_INVALID'],
    ['an expiry that is past', { seconds: -30 }, 'TOKEN_INVALID'],
    ['a token of another kind', { type: 'logout+jwt' }, 'TOKEN_INVALID'],
  ])('is refused with %s', async (_name, otherwise, code) => {
    expect(await outcome(`Bearer ${await token(AGENT, otherwise)}`)).toBe(code);
  });

  it('is refused with a shared secret, or no signature at all', async () => {
    const signed = await token();
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${signed.split('.')[1]}.`;
    expect(await outcome(`Bearer ${none}`)).toBe('TOKEN_INVALID');
    const [key] = identities().keys.get('DEA')!.viewers.keys;
    const claims = JSON.parse(Buffer.from(signed.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
    const hmac = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: key!.kid! })
      .sign(new TextEncoder().encode(JSON.stringify(key)));
    expect(await outcome(`Bearer ${hmac}`)).toBe('TOKEN_INVALID');
  });

  it('is remembered no longer than the token lasts, nor than the voucher', async () => {
    const short = `Bearer ${await token(AGENT, { seconds: 10 })}`;
    const shortVoucher = `Bearer ${await token(AGENT, {}, { seconds: 10 })}`;
    for (const authorization of [short, shortVoucher]) {
      expect(await outcome(authorization)).toEqual(AGENT);
      expect(await outcome(authorization, later(20))).toBe('TOKEN_INVALID');
    }
  });
});

describe('the voucher in a token', () => {
  it('VOUCHER_MISSING: must be there, as text', async () => {
    for (const inside of [undefined, null, { sub: 'agent-7' }]) {
      expect(await outcome(`Bearer ${await token(AGENT, { claims: { voucher: inside } })}`)).toBe('VOUCHER_MISSING');
    }
  });

  it('goes on to subgraphs as it came, and the token does not', async () => {
    const inside = await voucher(AGENT, { now: NOW });
    const identified = await identify(`Bearer ${await token(AGENT, { claims: { voucher: inside } })}`, NOW);
    expect(identified).toEqual({ viewer: AGENT, voucher: inside });
  });

  it.each<readonly [string, Partial<CallerViewer>, Otherwise]>([
    ['has expired', {}, { seconds: -1 }],
    ['is for another viewer', { sub: 'agent-8' }, {}],
    ['vouches for another role', { role: 'supervisor' }, {}],
    ['vouches for a training more', { trainings: ['privacy'] }, {}],
    ['vouches for a clearance more', { clearance: 'secret' }, {}],
    ['makes a contact point of the viewer', { contactPoint: true }, {}],
    ['names the viewer otherwise', { name: 'Ada Brook' }, {}],
    ["is another agency's", { agency: 'ICE' }, {}],
    ["is signed by another agency's issuer", {}, { signer: 'ICE' }],
    ['is signed with a key that is for agreements', {}, { set: 'agreements' }],
    ['is a bearer token', {}, { audience: 'concordat', type: 'JWT' }],
    ['is for subgraphs, and says that it is any token', {}, { type: 'JWT' }],
    ['is for another audience', {}, { audience: 'elsewhere' }],
    ['is for more than twelve hours', {}, { seconds: 12 * 60 * 60 + 1 }],
    ['is from the future', {}, { now: later(60) }],
    ['does not say from when it is', {}, { claims: { iat: undefined } }],
    ['does not end', {}, { claims: { exp: undefined } }],
    ['is endless', {}, { claims: { padding: 'x'.repeat(3_000) } }],
  ])('TOKEN_INVALID: is refused when it %s', async (_how, other, otherwise) => {
    const inside = await voucher({ ...AGENT, ...other }, { now: NOW, ...otherwise });
    expect(await outcome(`Bearer ${await token(AGENT, { claims: { voucher: inside } })}`)).toBe('TOKEN_INVALID');
  });

  it('is no bearer token, whatever audiences it has', async () => {
    expect(await outcome(`Bearer ${await voucher(AGENT, { now: NOW })}`)).toBe('TOKEN_INVALID');
    const both = ['concordat-subgraphs', 'concordat'];
    const forBoth = await voucher(AGENT, { now: NOW, claims: { aud: both } });
    const carrying = await voucher(AGENT, { now: NOW, claims: { aud: both, voucher: forBoth } });
    expect(await outcome(`Bearer ${carrying}`)).toBe('TOKEN_INVALID');
  });
});
