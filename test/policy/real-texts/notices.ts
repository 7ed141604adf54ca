import type { Notice, SignedNotice } from '../../../policy/notice.ts';

type Kind<K extends Notice['kind']> = Omit<
  Extract<Notice, { kind: K }>,
  'concordat' | 'notice' | 'kind' | 'digest' | 'given' | 'from'
>;

/** A notice as if its party had signed it, with effect long since. */
export function declared<K extends Notice['kind']>(kind: K, said: Kind<K>): SignedNotice {
  const whole = JSON.stringify([kind, said]);
  const notice = {
    concordat: 1,
    notice: `${kind}-1`,
    kind,
    digest: 'sha256-',
    given: '2010-01-01T00:00:00Z',
    from: '2010-01-01T00:00:00Z',
    ...said,
  } as unknown as Notice;
  return { notice, digest: `sha256-${whole}` };
}
