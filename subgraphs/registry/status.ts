import type { Agreement } from '../../policy/agreement.ts';
import { printMistake } from '../../policy/document/mistake.ts';
import { standingOfText, type AgreementAt } from '../../policy/lifecycle.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import type { PartyVerification } from '../../policy/signature/verification.ts';
import { successorsOf } from './lineage.ts';
import type { ReadDocument } from './shelf.ts';
import { basesOf, withdrawalsFrom, type Instant, type Withdrawal, type Withdrawals } from './withdrawals.ts';

/** Where agreements can stand, in words. Only what is in force shares; what others withhold stays withheld. */
export const STATUSES = {
  IN_FORCE: 'Signed by every party and inside its dates; single parties may have suspended or left it.',
  NOT_YET_IN_FORCE: 'Signed by every party; its first day is to come.',
  SUSPENDED: 'Parties suspended it, and no two are left to share anything.',
  TERMINATED: 'Parties left it for good, and no two are left to share anything.',
  SUPERSEDED: 'Another agreement of all its parties has taken its place.',
  BASE_NOT_IN_FORCE: 'An agreement that it adds to or amends is not in force.',
  EXPIRED: 'Its last day is past.',
  ABSENT: 'Every party signed it, and it is no longer among the signed agreements that arrive.',
  OUTDATED: 'Every party has signed a newer text of it; this one has no effect.',
  UNSIGNED: 'A signature is missing or does not count.',
  BROKEN: 'The document has mistakes.',
} as const;

/** Where an agreement stands, and why. */
export interface Standing extends Withdrawals {
  readonly status: keyof typeof STATUSES;
  readonly reason: string;
  readonly supersededBy: readonly string[];
}

/** Where a document stands at an instant. */
export function standingOf({ agreement, report }: ReadDocument, instant: Instant): Standing {
  const { ruleset } = instant;
  const kept = [...ruleset.standing.values()].some((one) => one.absent && one.agreement.id === agreement.id);
  const still = kept ? '; what the text withholds that every party signed stays withheld' : '';
  if (report.status === 'broken')
    return { ...NOTHING, status: 'BROKEN', reason: mistakes(report.mistakes.map(printMistake)) + still };
  if (report.status === 'unsigned')
    return { ...NOTHING, status: 'UNSIGNED', reason: unsigned(report.verification?.parties) + still };
  const known = standingOfText(ruleset.standing, { id: agreement.id, digest: report.verification?.digest });
  if (!known)
    return { ...NOTHING, status: 'BROKEN', reason: 'the agreements do not compile together: none is in force' };
  const withdrawals = withdrawalsFrom(known, instant);
  const supersededBy = successorsOf(agreement, ruleset);
  return { ...withdrawals, supersededBy, ...signedStanding(known, withdrawals.standing, supersededBy, ruleset) };
}

const NOTHING = { standing: [], announced: [], supersededBy: [] } as const;

type StatusAndReason = Pick<Standing, 'status' | 'reason'>;

function signedStanding(
  { agreement, status }: AgreementAt,
  withdrawals: readonly Withdrawal[],
  supersededBy: readonly string[],
  ruleset: Ruleset,
): StatusAndReason {
  const { effective, until } = agreement;
  switch (status) {
    case 'not-yet':
      return { status: 'NOT_YET_IN_FORCE', reason: `in force from ${effective}` };
    case 'expired':
      return { status: 'EXPIRED', reason: `in force until ${until}, and no longer` };
    case 'disputed':
      return { status: 'BROKEN', reason: 'another signed document has its id, or founds its group' };
    case 'absent':
      return { status: 'ABSENT', reason: 'it no longer arrives signed; what it withholds stays withheld' };
    case 'outdated':
      return { status: 'OUTDATED', reason: 'its parties have signed a newer text since' };
    case 'superseded':
      return { status: 'SUPERSEDED', reason: `${supersededBy.join(', ')} has taken its place` };
    case 'base-not-in-force': {
      const missing = basesOf(agreement).filter((id) => ruleset.standing.get(id)?.status !== 'in-force');
      return { status: 'BASE_NOT_IN_FORCE', reason: `it leans on ${missing.join(', ')}, not in force` };
    }
    case 'in-force':
      return activeStanding(agreement, withdrawals);
  }
}

function activeStanding(agreement: Agreement, all: readonly Withdrawal[]): StatusAndReason {
  const { id, parties, effective, until } = agreement;
  const withdrawals = all.filter(({ clauses }) => !clauses);
  const left = (those: readonly Withdrawal[]) =>
    parties.filter((code) => !those.some(({ party }) => party === code)).length;
  const own = withdrawals.filter((withdrawal) => withdrawal.agreement === id);
  const reason = withdrawals.map(withdrawalInWords).join('; ');
  if (left(own.filter(({ kind }) => kind === 'TERMINATED')) < 2) return { status: 'TERMINATED', reason };
  if (left(own) < 2) return { status: 'SUSPENDED', reason };
  if (left(withdrawals) < 2) return { status: 'BASE_NOT_IN_FORCE', reason };
  const dates = until ? `in force from ${effective} until ${until}` : `in force from ${effective}`;
  return { status: 'IN_FORCE', reason: reason ? `${dates}; ${reason}` : dates };
}

function withdrawalInWords({ party, kind, agreement, since }: Withdrawal): string {
  const verb = kind === 'SUSPENDED' ? 'suspended' : 'left';
  return `${party} ${verb} ${agreement} on ${since.toISOString().slice(0, '2010-03-26'.length)}`;
}

function mistakes(printed: readonly string[]): string {
  const [first = 'it cannot be used', ...more] = printed;
  return more.length > 0 ? `${first}; and ${more.length} more` : first;
}

function unsigned(parties: ReadonlyMap<string, PartyVerification> = new Map()): string {
  const lacking = [...parties].flatMap(([party, verification]) => {
    if (verification.status === 'missing') return [`${party} has not signed`];
    return verification.status === 'wrong' ? [`the signature of ${party} does not count: ${verification.why}`] : [];
  });
  return lacking.length > 0 ? lacking.join('; ') : 'it is not signed';
}
