import type { Remembered } from '../../policy/archive.ts';
import type { AgreementAt } from '../../policy/lifecycle.ts';
import type { SignedNotice } from '../../policy/notice.ts';

/** An agreement or a notice that a party remembers, and what it is good for now. */
export interface ArchivedText {
  readonly kind: 'agreement' | 'notice';
  readonly id: string;
  readonly digest: string;
  /**
   * `here`: it arrives as well, or counts beside what arrives. `absent`: it only withholds. `outdated`: it arrives, and a
   * newer text has its place. `replaced`: its parties have signed what has its place.
   */
  readonly status: 'here' | 'absent' | 'outdated' | 'replaced';
  readonly why: string;
}

/** All that is remembered, as it stands beside what arrives. Agreements first, by id. */
export function archivedIn(
  { agreements, notices }: Remembered,
  standing: ReadonlyMap<string, AgreementAt>,
  counting: readonly SignedNotice[],
): readonly ArchivedText[] {
  const byDigest = new Map([...standing.values()].map((agreement) => [agreement.digest, agreement]));
  const counted = new Set(counting.map(({ digest }) => digest));
  const texts = [...agreements.values()].map(({ agreement: { id }, digest }): ArchivedText => {
    const status = statusOf(byDigest.get(digest));
    return { kind: 'agreement', id, digest, status, why: WHY[status] };
  });
  const given = [...notices.values()].map(({ notice, digest }): ArchivedText => {
    const status = counted.has(digest) ? 'here' : 'replaced';
    const why = counted.has(digest) ? '' : 'the text that it speaks of does not count now, and so neither does it';
    return { kind: 'notice', id: notice.notice, digest, status, why };
  });
  return [...texts.sort(byId), ...given.sort(byId)];
}

const WHY: Readonly<Record<ArchivedText['status'], string>> = {
  here: '',
  absent:
    'all signed it, and it no longer arrives so: it shares nothing, and what it withholds stays withheld. It ends when it ' +
    'arrives again, or all its parties sign what takes its place: a newer text of its id, or one that supersedes it',
  outdated:
    'it arrives, but its parties have signed a newer text of it since: it has no effect. It counts again when all of them ' +
    'sign it again',
  replaced: 'its parties have signed what has its place',
};

function statusOf(known: AgreementAt | undefined): ArchivedText['status'] {
  if (!known || known.status === 'superseded') return 'replaced';
  if (known.outdated) return 'outdated';
  return known.absent ? 'absent' : 'here';
}

function byId(a: ArchivedText, b: ArchivedText): number {
  return `${a.id} ${a.digest}` < `${b.id} ${b.digest}` ? -1 : 1;
}
