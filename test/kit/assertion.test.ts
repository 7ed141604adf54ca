import { randomUUID } from 'node:crypto';
import { SignJWT, importJWK } from 'jose';
import { proveAgencyCall, assertAgencyCall } from '../../policy/agency-call.ts';
import { signWith, type SigningKey } from '../../policy/ed25519.ts';
import { assertCaller, proveCaller, type CallerClaims } from '../../policy/caller.ts';
import { viewerTerms } from '../../schema/viewers.ts';
import { LocalReplayMemory, type ReplayMemory } from '../../policy/replay-memory.ts';
import { viewerProver } from '../../policy/vouched-viewer.ts';
import { vouching } from '../support/vouching.ts';
import { newKeys } from './keys.ts';
import { AGENCIES } from './toy-bundle.ts';

const gateway = newKeys();
const now = new Date('2026-03-02T10:00:00Z');
const body = '{"query":"{ __typename }"}';
const { identities, voucher } = vouching(AGENCIES);
const analyst = { sub: 'v-1', name: 'A. Analyst', agency: 'ICE', role: 'analyst' };
const vouchedFor = { ...analyst, trainings: ['privacy'], clearance: 'secret', contactPoint: false };
const call: CallerClaims = {
  audience: 'DEA',
  voucher: await voucher(analyst, { now }),
  purpose: { area: 'drug-trafficking', use: 'investigation', case: 'ICE-1' },
  ruleset: 'sha256-x',
  body,
  now,
};
const whole = {
  ...call,
  voucher: await voucher(vouchedFor, { now }),
  purpose: {
    area: 'human-trafficking',
    use: 'threat-to-life',
    case: 'ICE-1',
    search: 'tp-tp',
    stage: 'follow-up',
    matches: ['dea-1', 'dea-2'],
    offence: { code: '18 USC 1591', maxPenaltyMonths: 120 },
    request: 'RFI-7',
    justification: 'A hostage.',
  },
} as const satisfies CallerClaims;
const viewerOf = viewerProver(identities);
const replays = new LocalReplayMemory();
const proof = { keys: gateway.published, viewerOf, replays, audience: 'DEA', body, now };
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('the caller assertion of the gateway', () => {
  it('proves the viewer and the purpose', async () => {
    const caller = await proveCaller(await assertCaller(call, gateway.signing), proof);
    expect(caller).toEqual({ viewer: analyst, purpose: call.purpose, ruleset: 'sha256-x' });
  });

  it('proves a viewer without a purpose', async () => {
    const { purpose: _, ...rest } = call;
    expect(await proveCaller(await assertCaller(rest, gateway.signing), proof)).toEqual({
      viewer: analyst,
      ruleset: 'sha256-x',
    });
  });

  it('proves all that the agency vouches for, and the whole purpose', async () => {
    const caller = await proveCaller(await assertCaller(whole, gateway.signing), proof);
    expect(caller).toEqual({ viewer: vouchedFor, purpose: whole.purpose, ruleset: 'sha256-x' });
  });

  it('fits a header of eight kilobytes with the longest list of matches and every attribute', async () => {
    const matches = Array.from({ length: 50 }, () => randomUUID()).sort();
    const purpose = { ...whole.purpose, matches, justification: 'x'.repeat(500) };
    const trainings = [...viewerTerms.trainings.keys()].sort();
    const longest = await voucher({ ...vouchedFor, trainings }, { now });
    const token = await assertCaller({ ...whole, voucher: longest, purpose }, gateway.signing);
    expect(token.length).toBeLessThan(8 * 1024);
  });

  it('ASSERTION_MISSING: refuses a call without one', async () => {
    await expect(proveCaller(undefined, proof)).rejects.toMatchObject({ code: 'ASSERTION_MISSING' });
  });

  it('ASSERTION_INVALID: refuses one that is forged, of another kind, of another algorithm or no token at all', async () => {
    const signed = await assertCaller(call, gateway.signing);
    const [head, payload, signature] = signed.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const otherClaims = Buffer.from(JSON.stringify({ ...claims, purpose: whole.purpose })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'test-1', typ: 'concordat-caller+jwt' })).toString(
      'base64url',
    );
    const forgeries = [
      await assertCaller(call, newKeys().signing),
      await assertCaller(call, newKeys('test-2').signing),
      await assertAgencyCall({ agency: 'concordat-gateway', audience: 'DEA', body, now }, gateway.signing),
      `${head}.${otherClaims}.${signature}`,
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      'no token',
      'a.b.c',
      `${signed}.more`,
    ];
    for (const token of forgeries) {
      await expect(proveCaller(token, proof)).rejects.toMatchObject({ code: 'ASSERTION_INVALID' });
    }
  });

  it.each<readonly [string, object]>([
    ['no case', { case: undefined }],
    ['an endless case', { case: 'x'.repeat(65) }],
    ['an area that is no word', { area: ['drug-trafficking'] }],
    ['a search that is no word', { search: 1 }],
    ['a stage that there is not', { stage: 'later' }],
    ['no ids in the matches', { matches: [] }],
    ['too many matches', { matches: Array.from({ length: 51 }, (_, at) => String(at + 100)) }],
    ['a match that is no id', { matches: [{}] }],
    ['an endless match', { matches: ['x'.repeat(129)] }],
    ['matches out of order', { matches: ['b', 'a'] }],
    ['a match twice', { matches: ['a', 'a'] }],
    ['an offence that is a text', { offence: '18 USC 1591' }],
    ['an offence without its sentence', { offence: { code: '18 USC 1591' } }],
    ['a sentence in words', { offence: { code: 'x', maxPenaltyMonths: '120' } }],
    ['half a month', { offence: { code: 'x', maxPenaltyMonths: 0.5 } }],
    ['an endless request', { request: 'x'.repeat(65) }],
    ['an endless justification', { justification: 'x'.repeat(501) }],
    ['a justification with a line end', { justification: 'a\nb' }],
    ['a part that nobody knows here', { constructor: 'x' }],
  ])('ASSERTION_INVALID: refuses a purpose with %s', async (_what, wrong) => {
    const purpose = { ...whole.purpose, ...wrong };
    const token = await assertCaller({ ...call, purpose }, gateway.signing);
    await expect(proveCaller(token, proof)).rejects.toMatchObject({ code: 'ASSERTION_INVALID' });
  });

  it('ASSERTION_EXPIRED: refuses one that is old, from the future or long-lived', async () => {
    const token = await assertCaller(call, gateway.signing);
    await expect(proveCaller(token, { ...proof, now: later(34) })).resolves.toBeDefined();
    await expect(proveCaller(token, { ...proof, now: later(36) })).rejects.toMatchObject({ code: 'ASSERTION_EXPIRED' });
    await expect(proveCaller(token, { ...proof, now: later(-6) })).rejects.toMatchObject({ code: 'ASSERTION_EXPIRED' });
  });

  it('ASSERTION_AUDIENCE: refuses one that was made for another subgraph', async () => {
    const token = await assertCaller({ ...call, audience: 'FBI' }, gateway.signing);
    await expect(proveCaller(token, proof)).rejects.toMatchObject({ code: 'ASSERTION_AUDIENCE' });
  });

  it('ASSERTION_BODY: refuses one that was made for another question', async () => {
    const token = await assertCaller(call, gateway.signing);
    await expect(proveCaller(token, { ...proof, body: `${body} ` })).rejects.toMatchObject({ code: 'ASSERTION_BODY' });
  });

  it('ASSERTION_REPLAYED: counts once, for as long as it would count', async () => {
    const memory = { ...proof, replays: new LocalReplayMemory() };
    const token = await assertCaller(call, gateway.signing);
    await expect(proveCaller(token, memory)).resolves.toBeDefined();
    for (const seconds of [0, 20, 34])
      await expect(proveCaller(token, { ...memory, now: later(seconds) })).rejects.toMatchObject({
        code: 'ASSERTION_REPLAYED',
      });
    await expect(proveCaller(await assertCaller(call, gateway.signing), memory)).resolves.toBeDefined();
  });

  it('ASSERTION_UNRECORDED: does not count where it cannot be remembered', async () => {
    const elsewhere: ReplayMemory = { take: () => 'full' };
    const token = await assertCaller(call, gateway.signing);
    await expect(proveCaller(token, { ...proof, replays: elsewhere })).rejects.toMatchObject({
      code: 'ASSERTION_UNRECORDED',
    });
    const down: ReplayMemory = { take: () => Promise.reject(new Error('the store is down')) };
    await expect(proveCaller(token, { ...proof, replays: down })).rejects.toThrow('the store is down');
  });

  it.each([
    ['none', undefined],
    ['a number', 7],
    ['a short one', 'x'.repeat(15)],
    ['an endless one', 'x'.repeat(65)],
    ['one with a line end', `${'x'.repeat(16)}\n`],
  ])('ASSERTION_INVALID: has an id of its own, and not %s', async (_what, jti) => {
    const token = resigned(await assertCaller(call, gateway.signing), { jti }, gateway.signing);
    await expect(proveCaller(token, proof)).rejects.toMatchObject({ code: 'ASSERTION_INVALID' });
  });

  it('is remembered only when it is proven: nobody without a key fills the memory', async () => {
    const taken: unknown[] = [];
    const memory: ReplayMemory = { take: (used) => (taken.push(used), 'first') };
    const wrong = { ...proof, replays: memory };
    const forged = await assertCaller(call, newKeys().signing);
    const token = await assertCaller(call, gateway.signing);
    await expect(proveCaller(forged, wrong)).rejects.toThrow();
    await expect(proveCaller(token, { ...wrong, body: 'another' })).rejects.toThrow();
    await expect(proveCaller(token, { ...wrong, audience: 'FBI' })).rejects.toThrow();
    await expect(proveCaller(token, { ...wrong, now: later(60) })).rejects.toThrow();
    expect(taken).toEqual([]);
    await proveCaller(token, wrong);
    const until = now.getTime() / 1000 + 35;
    const id = expect.any(String) as string;
    expect(taken).toEqual([{ issuer: 'concordat-gateway', audience: 'DEA', id, until }]);
  });

  it('is a JWT that other libraries make too', async () => {
    const other = newKeys();
    const key = await importJWK(other.signing.key.export({ format: 'jwk' }), 'EdDSA');
    const { createHash } = await import('node:crypto');
    const token = await new SignJWT({
      voucher: call.voucher,
      ruleset: 'sha256-x',
      body: createHash('sha256').update(body).digest('base64url'),
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test-1', typ: 'concordat-caller+jwt' })
      .setIssuer('concordat-gateway')
      .setAudience('DEA')
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(later(30))
      .sign(key);
    expect(await proveCaller(token, { ...proof, keys: other.published })).toEqual({
      viewer: analyst,
      ruleset: 'sha256-x',
    });
  });
});

/** An assertion with other claims, signed as well as the first. */
function resigned(token: string, other: object, key: SigningKey): string {
  const [head, payload] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
  const input = `${head}.${Buffer.from(JSON.stringify({ ...claims, ...other })).toString('base64url')}`;
  return `${input}.${signWith(key, Buffer.from(input)).toString('base64url')}`;
}

describe('the assertion of an agency to the hub', () => {
  const dea = newKeys();
  const ice = newKeys();
  const keysOf = (agency: string) => ({ DEA: dea.published, ICE: ice.published })[agency];
  const demand = { keysOf, audience: 'index', body, now, replays: new LocalReplayMemory() };

  it('proves which agency calls', async () => {
    const token = await assertAgencyCall({ agency: 'DEA', audience: 'index', body, now }, dea.signing);
    expect(await proveAgencyCall(token, demand)).toBe('DEA');
  });

  it('ASSERTION_REPLAYED: counts once', async () => {
    const token = await assertAgencyCall({ agency: 'DEA', audience: 'index', body, now }, dea.signing);
    expect(await proveAgencyCall(token, demand)).toBe('DEA');
    await expect(proveAgencyCall(token, demand)).rejects.toMatchObject({ code: 'ASSERTION_REPLAYED' });
  });

  it('is not taken from an agency that speaks for another, nor from nobody', async () => {
    for (const agency of ['ICE', 'NOBODY']) {
      const token = await assertAgencyCall({ agency, audience: 'index', body, now }, dea.signing);
      await expect(proveAgencyCall(token, demand)).rejects.toMatchObject({ code: 'ASSERTION_INVALID' });
    }
  });
});
