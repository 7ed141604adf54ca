import fc from 'fast-check';
import type { Notice } from '../../../policy/notice.ts';
import { digestOf } from '../../../policy/signature/canonical.ts';
import { signNotice, verifyNotices, type NoticeText } from '../../../policy/signature/notices.ts';
import { signAgreement } from '../../../policy/signature/sign.ts';
import { KEYS, agreementOf, keyOf, newKey } from './parties.ts';

const agreement = agreementOf();
const other = agreementOf({ id: 'ice-dea-2010' });
const agreements = [agreement, other].map((one) => ({ agreement: one, digest: digestOf(one) }));

const suspension: Notice = {
  concordat: 1,
  notice: 'ice-suspends-1',
  kind: 'suspend',
  party: 'ICE',
  agreement: agreement.id,
  digest: digestOf(agreement),
  given: '2026-05-01T09:30:00Z',
  from: '2026-05-01T12:00:00Z',
};
const signature = signNotice(suspension, keyOf('ICE'));
const [rightHeader = '', , rightSignature = ''] = signature.split('.');
const header = JSON.parse(Buffer.from(rightHeader, 'base64url').toString()) as Record<string, unknown>;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Why a notice has no effect. Undefined: it has. */
function whyNot(text: NoticeText): string | undefined {
  const { notices, reports } = verifyNotices([text], agreements, KEYS);
  expect(reports).toHaveLength(1);
  expect(notices).toHaveLength(reports[0]?.status === 'signed' ? 1 : 0);
  return reports[0]?.why;
}

/** A notice that its party signed, whatever it says. */
const signed = (changes: object, key = keyOf('ICE')): NoticeText => {
  const notice = { ...suspension, ...changes } as Notice;
  return { notice, signature: signNotice(notice, key) };
};

describe('a notice', () => {
  it('has effect when its party signed it', () => {
    expect(whyNot({ notice: suspension, signature })).toBeUndefined();
  });

  it.each<[string, NoticeText, string]>([
    ['that another party signed', signed({}, keyOf('DEA')), 'a key that this party does not publish'],
    ["that a stranger signed under the party's key id", signed({}, newKey('ICE-1')), 'bad signature'],
    [
      'given in the name of another',
      { notice: { ...suspension, party: 'DEA' }, signature },
      'signed for another party',
    ],
    [
      'put upon another agreement',
      { notice: { ...suspension, agreement: other.id, digest: digestOf(other) }, signature },
      'signed for another agreement',
    ],
    [
      'of another text of the agreement',
      signed({ digest: digestOf(other) }),
      'it speaks of another text of the agreement',
    ],
    [
      'of an agreement that is not signed',
      signed({ agreement: 'never-signed' }),
      'the agreement that it speaks of is not signed by every party',
    ],
    [
      'changed after it was signed',
      { notice: { ...suspension, from: '2026-04-01T12:00:00Z' }, signature },
      'bad signature',
    ],
    ['of another kind than was signed', { notice: { ...suspension, kind: 'terminate' }, signature }, 'bad signature'],
    [
      'of algorithm none',
      { notice: suspension, signature: `${encode({ ...header, alg: 'none' })}..` },
      'another algorithm',
    ],
    [
      "with an agreement's signature",
      { notice: suspension, signature: signAgreement(agreement, 'ICE', keyOf('ICE')) },
      'another kind of signature',
    ],
    [
      'that tells how to read it',
      { notice: suspension, signature: `${encode({ ...header, crit: ['b64'], b64: false })}..${rightSignature}` },
      'not a detached signature',
    ],
    ['without a signature', { notice: suspension, signature: undefined }, 'not a detached signature'],
  ])('%s has none', (_, text, why) => {
    expect(whyNot(text)).toBe(why);
  });

  it.each<[string, object, RegExp]>([
    ['a kind that nobody knows', { kind: 'resurrect' }, /`resurrect` is none of `suspend`, `resume`/],
    ['a key of another kind', { references: ['x'] }, /`references` is not a key here/],
    ['no such day', { from: '2026-02-30T00:00:00Z' }, /there is no instant `2026-02-30T00:00:00Z`/],
    ['no such hour', { until: '2026-02-03T24:00:00Z' }, /there is no instant/],
    ['an instant of nowhere', { given: '2026-05-01T09:30:00+02:00' }, /`2026-05-01T09:30:00\+02:00` must be/],
    ['a party in letters of another script', { party: 'ІCE' }, /`ІCE` must be/],
    ['a request without a number', { kind: 'release', to: ['DEA'], references: ['x'] }, /`request` is missing/],
    ['nobody to consent to', { kind: 'consent', to: [], references: ['x'] }, /`to` needs at least one item/],
  ])('with %s has none, though its party signed it', (_, changes, why) => {
    expect(whyNot(signed(changes))).toMatch(why);
  });

  it('of one id counts once, whatever the order', () => {
    const texts = [signed({ reason: 'one' }), signed({ reason: 'two' })];
    const counted = (given: readonly NoticeText[]) => verifyNotices(given, agreements, KEYS).notices;
    expect(counted(texts)).toHaveLength(1);
    expect(counted([...texts].reverse())).toEqual(counted(texts));
  });

  it('has none and spoils no other, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (notice, jws) => {
        const texts = [
          { notice, signature: jws },
          { notice: suspension, signature },
        ];
        expect(verifyNotices(texts, agreements, KEYS).notices.map(({ notice: { notice: id } }) => id)).toEqual([
          suspension.notice,
        ]);
      }),
    );
  });

  it('has none with anything else in it than was signed', () => {
    const change = fc.oneof(
      fc.record({ reason: fc.string({ minLength: 1 }) }),
      fc.record({ clauses: fc.constantFrom(['I'], ['II']) }),
      fc.record({ until: fc.constant('2026-06-01T00:00:00Z') }),
      fc.record({ notice: fc.constantFrom('ice-suspends-2', 'x1') }),
      fc.dictionary(fc.constantFrom(...Object.keys(suspension)), fc.jsonValue({ maxDepth: 1 }), { minKeys: 1 }),
    );
    fc.assert(
      fc.property(change, (changes) => {
        const notice = { ...suspension, ...changes };
        fc.pre(JSON.stringify(notice) !== JSON.stringify(suspension));
        expect(whyNot({ notice, signature })).toBeDefined();
      }),
    );
  });

  it.each([
    ['nested', JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) as unknown],
    ['long', Array.from({ length: 50_000 }, () => ({}))],
  ])('of the %s kind is refused without being read further', (_, references) => {
    const notice = { ...suspension, kind: 'consent', to: ['DEA'], references: [references, references] };
    expect(whyNot({ notice, signature })).toMatch(/an item of `references` must be text, not a list/);
  });
});
