import type { Notice, SignedNotice } from '../notice.ts';
import type { GivenNotice } from './expectations.ts';

/** Before every agreement, so that days of notice have passed. */
const LONG_AGO = '1970-01-01T00:00:00Z';

/**
 * A notice of a test as if its party had signed it.
 * @param tested the agreement that it speaks of when it names none
 */
export function signedNotice(given: GivenNotice, index: number, tested: string): SignedNotice {
  const { party, agreement = tested } = given;
  const declared = {
    concordat: 1,
    notice: `notice-${index + 1}`,
    party,
    agreement,
    digest: 'sha256-',
    given: LONG_AGO,
    from: LONG_AGO,
  } as const;
  return { notice: noticeOf(given, declared), digest: `sha256-${JSON.stringify(given)}` };
}

function noticeOf(given: GivenNotice, declared: Omit<Extract<Notice, { kind: 'resume' }>, 'kind'>): Notice {
  const { kind, clauses, to = [], references = [], uses, request = '' } = given;
  switch (kind) {
    case 'suspend':
      return { ...declared, kind, ...(clauses ? { clauses } : {}) };
    case 'terminate':
      return { ...declared, kind };
    case 'consent':
      return { ...declared, kind, to, references, ...(uses ? { uses } : {}) };
    case 'release':
      return { ...declared, kind, to, references, request };
  }
}
