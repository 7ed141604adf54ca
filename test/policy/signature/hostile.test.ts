import fc from 'fast-check';
import type { Agreement } from '../../../policy/agreement.ts';
import { canonicalBytes } from '../../../policy/signature/canonical.ts';
import { signatoriesOf } from '../../../policy/signature/signatories.ts';
import { verifyAgreement } from '../../../policy/signature/verify.ts';
import { verifyDocuments } from '../../../policy/signature/verify-documents.ts';
import { KEYS, agreementOf, signedByAll } from './parties.ts';

const agreement = agreementOf();
const right = signedByAll(agreement);
const rightOfIce = right['ICE'] ?? '';
const [rightHeader = '', , rightSignature = ''] = rightOfIce.split('.');
const header = JSON.parse(Buffer.from(rightHeader, 'base64url').toString()) as Record<string, unknown>;
const payload = Buffer.from(canonicalBytes(agreement)).toString('base64url');

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What is said of ICE's signature when DEA's is right. */
function ofIce(jws: unknown, of: Agreement = agreement) {
  const signatures = { ...right, ICE: jws } as Record<string, string>;
  return verifyAgreement(of, signatures, signatoriesOf(of, new Map()), KEYS).parties.get('ICE');
}

/** What a forger may put into a header. */
const forged = fc.record(
  {
    alg: fc.constantFrom<unknown>(
      'none',
      'None',
      'NONE',
      '',
      'HS256',
      'RS256',
      'ES256',
      'EdDSA ',
      'Ed25519',
      'eddsa',
      null,
      ['EdDSA'],
    ),
    kid: fc.constantFrom<unknown>('DEA-1', 'ICE-2', '', '__proto__', null, 1),
    typ: fc.constantFrom<unknown>('JWT', 'concordat-notice+jws', 'concordat-agreement+JWS', null),
    agreement: fc.constantFrom<unknown>('ice-dea-2010', '', null),
    party: fc.constantFrom<unknown>('DEA', 'OFC', '', null),
    charters: fc.constantFrom<unknown>({ OFC: 'sha256-x' }, [], null, 'OFC'),
    crit: fc.constantFrom<unknown>(['b64'], [], ['exp']),
    b64: fc.boolean(),
    jwk: fc.constant<unknown>(KEYS.get('FBI')?.agreements.keys[0]),
    jku: fc.constant<unknown>('https://id.fbi.example/keys'),
    x5c: fc.constant<unknown>(['AAAA']),
    zip: fc.constant<unknown>('DEF'),
  },
  { requiredKeys: [] },
);

describe('a signature is right or it is not, whatever it is', () => {
  it('as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (jws) => expect(ofIce(jws)?.status).toBe('wrong')),
    );
  });

  it('as any value', () => {
    fc.assert(fc.property(fc.anything(), (jws) => expect(ofIce(jws)?.status).toMatch(/^(wrong|missing)$/)));
  });

  it('as parts of base64url', () => {
    const part = fc.string({ unit: fc.constantFrom(...'ABab01-_='), maxLength: 120 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => expect(ofIce(parts.join('.'))?.status).toBe('wrong')),
    );
  });

  it('with anything in its header that was not signed', () => {
    const changed = forged.filter((changes) => Object.keys(changes).length > 0);
    fc.assert(
      fc.property(changed, fc.constantFrom('', 'AAAA', rightSignature), (changes, signature) => {
        expect(ofIce(`${encode({ ...header, ...changes })}..${signature}`)?.status).toBe('wrong');
      }),
      { numRuns: 200 },
    );
  });

  it('with any header of JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(ofIce(`${encode(value)}..${rightSignature}`)?.status).toBe('wrong'),
      ),
    );
  });

  it('cut short anywhere, or longer by anything', () => {
    fc.assert(
      fc.property(fc.nat(rightOfIce.length - 1), fc.string({ minLength: 1, maxLength: 4 }), (at, more) => {
        expect(ofIce(rightOfIce.slice(0, at))?.status).toBe('wrong');
        expect(ofIce(rightOfIce + more)?.status).toBe('wrong');
      }),
    );
  });

  it('with any bit of its signature turned', () => {
    const bytes = Buffer.from(rightSignature, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const turned = Buffer.from(bytes);
        turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(ofIce(`${rightHeader}..${turned.toString('base64url')}`)).toEqual({
          status: 'wrong',
          why: 'bad signature',
        });
      }),
    );
  });

  it.each([
    ['an attached payload', `${rightHeader}.${payload}.${rightSignature}`],
    ['a header of nine thousand characters', `${encode({ ...header, kid: 'k'.repeat(9000) })}..${rightSignature}`],
    ['a signature of a million characters', `${rightHeader}..${'A'.repeat(1_000_000)}`],
    ['a million dots', '.'.repeat(1_000_000)],
    ['a header nested two thousand deep', `${Buffer.from('['.repeat(2000)).toString('base64url')}..${rightSignature}`],
    ['a member twice', `${Buffer.from('{"alg":"none","alg":"EdDSA"}').toString('base64url')}..${rightSignature}`],
    ['a header that is not UTF-8', `${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}..${rightSignature}`],
    [
      'the general JSON form',
      JSON.stringify({ payload, signatures: [{ protected: rightHeader, signature: rightSignature }] }),
    ],
    ['a line end', `${rightOfIce}\n`],
  ])('with %s', (_, jws) => {
    expect(ofIce(jws)).toEqual({ status: 'wrong', why: 'not a detached signature' });
  });
});

describe('a signature put elsewhere', () => {
  const other = agreementOf({ id: 'ice-dea-2010', title: 'Another' });

  it('does not count for another party, another agreement, or another text of the same', () => {
    expect(ofIce(right['DEA'])).toEqual({ status: 'wrong', why: 'signed for another party' });
    expect(ofIce(rightOfIce, other)).toEqual({ status: 'wrong', why: 'signed for another agreement' });
    expect(ofIce(rightOfIce, { ...agreement, title: 'Another' })).toEqual({ status: 'wrong', why: 'bad signature' });
  });

  it('does not count under keys that others publish for the party', () => {
    const swapped = new Map(KEYS).set('ICE', KEYS.get('DEA')!).set('DEA', KEYS.get('ICE')!);
    const { parties, complete } = verifyAgreement(agreement, right, signatoriesOf(agreement, new Map()), swapped);
    expect(complete).toBe(false);
    expect([...parties.values()].map(({ status }) => status)).toEqual(['wrong', 'wrong']);
  });

  it('is not found on a prototype', () => {
    const named = agreementOf({ id: 'constructor', parties: ['ICE', 'DEA'] });
    expect(verifyDocuments([named], {}, KEYS).get(named)?.complete).toBe(false);
  });

  it('makes no difference to what an agreement must say: any change of it spoils every signature', () => {
    const change = fc.constantFrom<Partial<Agreement>>(
      { title: 'ICE and DЕA' },
      { effective: '2009-06-19' },
      { until: '2030-01-01' },
      { parties: ['DEA', 'ICE'] },
      { noticeDays: 0 },
      { supersedes: ['x1'] },
      { clauses: [] },
      { clauses: [...agreement.clauses, { id: 'II', text: 'more' }] },
    );
    fc.assert(
      fc.property(change, (changes) => {
        const changed = { ...agreement, ...changes };
        const { parties } = verifyAgreement(changed, right, signatoriesOf(changed, new Map()), KEYS);
        expect([...parties.values()]).toEqual(Array(2).fill({ status: 'wrong', why: 'bad signature' }));
      }),
    );
  });
});
