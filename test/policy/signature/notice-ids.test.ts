import type { Notice } from '../../../policy/notice.ts';
import { digestOf } from '../../../policy/signature/canonical.ts';
import { signNotice, verifyNotices } from '../../../policy/signature/notices.ts';
import { KEYS, agreementOf, keyOf } from './parties.ts';

const agreement = agreementOf();
const digest = digestOf(agreement);

function signed(party: string, kind: 'suspend' | 'resume', reason: string) {
  const given = '2026-05-01T09:30:00Z';
  const declared = { notice: 'suspension-1', party, agreement: agreement.id, digest, given, from: given, reason };
  const notice: Notice = { concordat: 1, kind, ...declared };
  return { notice, signature: signNotice(notice, keyOf(party)) };
}

describe('a notice under the id of one of another party', () => {
  it('does not take its place, whatever its digest', () => {
    const suspension = signed('ICE', 'suspend', 'Until the question is answered.');
    for (let attempt = 0; attempt < 16; attempt += 1) {
      const texts = [suspension, signed('DEA', 'resume', `attempt ${attempt}`)];
      const { notices } = verifyNotices(texts, [{ agreement, digest }], KEYS);
      expect(notices.map(({ notice: { party } }) => party).sort()).toEqual(['DEA', 'ICE']);
    }
  });
});
