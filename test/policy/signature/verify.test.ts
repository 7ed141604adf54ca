import { createHmac } from 'node:crypto';
import type { Agreement } from '../../../policy/agreement.ts';
import { canonicalBytes, digestOf } from '../../../policy/signature/canonical.ts';
import type { PartyKeys } from '../../../policy/signature/keys.ts';
import { signatoriesOf } from '../../../policy/signature/signatories.ts';
import { signAgreement } from '../../../policy/signature/sign.ts';
import { verifyAgreement } from '../../../policy/signature/verify.ts';
import { KEYS, agreementOf, keyOf, newKey, published, signedByAll } from './parties.ts';

const agreement = agreementOf();
const right = signedByAll(agreement);

function verify(signatures: Record<string, unknown>, of: Agreement = agreement, keys: PartyKeys = KEYS) {
  return verifyAgreement(of, signatures as Record<string, string>, signatoriesOf(of, new Map()), keys);
}

/** What is said of ICE's signature when DEA's is right. */
function ofIce(jws: unknown, of?: Agreement, keys?: PartyKeys) {
  return verify({ ...right, ICE: jws }, of, keys).parties.get('ICE');
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const payload = Buffer.from(canonicalBytes(agreement)).toString('base64url');
const [rightHeader = '', , rightSignature = ''] = (right['ICE'] ?? '').split('.');
const header = JSON.parse(Buffer.from(rightHeader, 'base64url').toString()) as Record<string, unknown>;

describe('an agreement', () => {
  it('is signed when every party has signed it', () => {
    const verification = verify(right);
    expect(verification.complete).toBe(true);
    expect(verification.digest).toBe(digestOf(agreement));
    expect(Object.fromEntries(verification.parties)).toEqual({
      ICE: { status: 'signed', kid: 'ICE-1' },
      DEA: { status: 'signed', kid: 'DEA-1' },
    });
  });

  it('is not while a signature is missing', () => {
    const { DEA: _left, ...rest } = right;
    const verification = verify(rest);
    expect(verification.complete).toBe(false);
    expect(verification.parties.get('DEA')).toEqual({ status: 'missing' });
    expect(verification.parties.get('ICE')?.status).toBe('signed');
  });

  it('carries its signatures detached, as RFC 7515 appendix F has them', () => {
    expect(right['ICE']).toMatch(/^[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]{86}$/);
    expect(header).toEqual({
      alg: 'EdDSA',
      kid: 'ICE-1',
      typ: 'concordat-agreement+jws',
      agreement: 'ice-dea-2009',
      party: 'ICE',
    });
  });
});

describe('a signature does not count', () => {
  it('when a word of the agreement was changed afterwards', () => {
    const tampered = { ...agreement, clauses: [{ ...agreement.clauses[0]!, text: 'other words' }] };
    expect(ofIce(right['ICE'], tampered)).toEqual({ status: 'wrong', why: 'bad signature' });
  });

  it('of algorithm none', () => {
    const jws = `${encode({ ...header, alg: 'none' })}..`;
    expect(ofIce(jws)).toEqual({ status: 'wrong', why: 'another algorithm' });
  });

  it('made with a public key as an HMAC secret', () => {
    const forged = encode({ ...header, alg: 'HS256' });
    const secret = Buffer.from(KEYS.get('ICE')?.agreements.keys[0]?.x ?? '', 'base64url');
    const mac = createHmac('sha256', secret).update(`${forged}.${payload}`).digest('base64url');
    expect(ofIce(`${forged}..${mac}`)).toEqual({ status: 'wrong', why: 'another algorithm' });
  });

  it('of a key that nobody published', () => {
    const jws = signAgreement(agreement, 'ICE', newKey('ICE-2'));
    expect(ofIce(jws)).toEqual({ status: 'wrong', why: 'a key that this party does not publish' });
  });

  it('of a key of another party', () => {
    const jws = signAgreement(agreement, 'ICE', keyOf('FBI'));
    expect(ofIce(jws)).toEqual({ status: 'wrong', why: 'a key that this party does not publish' });
  });

  it("of another party's key under this party's key id", () => {
    const jws = signAgreement(agreement, 'ICE', { ...keyOf('FBI'), kid: 'ICE-1' });
    expect(ofIce(jws)).toEqual({ status: 'wrong', why: 'bad signature' });
  });

  it("of the party's key for its viewers or its service", () => {
    const key = newKey('ICE-viewers');
    const own = KEYS.get('ICE')!;
    const keys = new Map(KEYS).set('ICE', { ...own, viewers: published(key), service: published(key) });
    const jws = signAgreement(agreement, 'ICE', key);
    expect(ofIce(jws, agreement, keys)).toEqual({ status: 'wrong', why: 'a key that this party does not publish' });
  });

  it('when two published keys have its id', () => {
    const own = KEYS.get('ICE')!;
    const twice = published(newKey('ICE-1'), keyOf('ICE'));
    const keys = new Map(KEYS).set('ICE', { ...own, agreements: twice });
    const why = 'a key that this party does not publish';
    expect(ofIce(right['ICE'], agreement, keys)).toEqual({ status: 'wrong', why });
  });

  it('when it was made for another agreement', () => {
    const other = signedByAll({ ...agreement, id: 'ice-dea-2010' });
    expect(ofIce(other['ICE'])).toEqual({ status: 'wrong', why: 'signed for another agreement' });
  });

  it('when it was made for another party', () => {
    expect(ofIce(right['DEA'])).toEqual({ status: 'wrong', why: 'signed for another party' });
  });

  it('when its header was changed afterwards', () => {
    const jws = `${encode({ ...header, agreement: 'ice-dea-2009', charters: {} })}..${rightSignature}`;
    expect(ofIce(jws)).toEqual({ status: 'wrong', why: 'bad signature' });
  });

  it('when it is of another kind, as a token is', () => {
    const jws = `${encode({ ...header, typ: 'JWT' })}..${rightSignature}`;
    expect(ofIce(jws)).toEqual({ status: 'wrong', why: 'another kind of signature' });
  });

  it.each([
    ['a header that tells how to read it', `${encode({ ...header, crit: ['b64'], b64: false })}..${rightSignature}`],
    [
      'a header that brings its key',
      `${encode({ ...header, jwk: KEYS.get('FBI')?.agreements.keys[0] })}..${rightSignature}`,
    ],
    ['a header without a key id', `${encode({ ...header, kid: undefined })}..${rightSignature}`],
    ['a header that is a list', `${encode([header])}..${rightSignature}`],
    ['a header that is no JSON', `${Buffer.from('{').toString('base64url')}..${rightSignature}`],
    ['a payload of its own', `${rightHeader}.${payload}.${rightSignature}`],
    ['spaces', ` ${right['ICE']}`],
    ['nothing', ''],
    ['a number', 4],
    ['null', null],
    ['a mapping', { protected: rightHeader, signature: rightSignature }],
  ])('with %s', (_, jws) => {
    expect(ofIce(jws)).toEqual({ status: 'wrong', why: 'not a detached signature' });
  });

  it('of every key of a broken set', () => {
    const own = KEYS.get('ICE')!;
    const broken = published({ ...keyOf('ICE'), x: 'AAAA' });
    const keys = new Map(KEYS).set('ICE', { ...own, agreements: broken });
    expect(ofIce(right['ICE'], agreement, keys)?.status).toBe('wrong');
    expect(ofIce(right['ICE'], agreement, new Map())?.status).toBe('wrong');
  });
});

describe('signing', () => {
  it('needs a private Ed25519 key with an id, and a party of the agreement', () => {
    const { d: _private, ...publicKey } = keyOf('ICE');
    expect(() => signAgreement(agreement, 'ICE', publicKey)).toThrow('Ed25519');
    expect(() => signAgreement(agreement, 'FBI', keyOf('FBI'))).toThrow('`FBI` is no party of `ice-dea-2009`');
    expect(() => signAgreement(agreement, 'ICE', keyOf('ICE'), { OFC: undefined })).toThrow('charter');
  });
});
