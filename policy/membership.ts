import type { Accession } from './agreement.ts';
import { NAMED, type Groups, type Membership } from './groups.ts';
import { midnight, type AgreementAt } from './lifecycle.ts';

/**
 * The groups that agreements found, with those who joined. Clauses that share speak of members; those that withhold,
 * also of former ones.
 * INVARIANT: who leaves a group is not freed by it from what was withheld from its members.
 */
export interface Memberships {
  readonly members: Groups;
  readonly everybody: Groups;
}

/** Who belongs to which group at an instant. */
export function membershipsAt(agreements: Iterable<AgreementAt>, at: Date): Memberships {
  const started = [...agreements].filter(({ status }) => status !== 'not-yet');
  return {
    members: groupsOf(
      started.filter(({ status }) => status === 'in-force'),
      at,
      ({ out }, party) => !out.has(party),
    ),
    everybody: groupsOf(started, at, () => true),
  };
}

function groupsOf(
  agreements: readonly AgreementAt[],
  at: Date,
  counts: (agreement: AgreementAt, party: string) => boolean,
): Groups {
  const groups = new Map<string, Map<string, Membership>>();
  for (const founding of agreements) {
    for (const [code, { members }] of Object.entries(founding.agreement.groups ?? {})) {
      if (!counts(founding, code)) continue;
      groups.set(code, new Map(members.filter((member) => counts(founding, member)).map((member) => [member, NAMED])));
    }
  }
  for (const { accession, day } of accessionsIn(agreements, at, counts)) {
    groups.get(accession.to)?.set(accession.party, membershipBy(accession, day));
  }
  return groups;
}

/** By the day from which they count: the last one of a party decides. */
function accessionsIn(
  agreements: readonly AgreementAt[],
  at: Date,
  counts: (agreement: AgreementAt, party: string) => boolean,
) {
  return agreements
    .flatMap((by) =>
      (by.agreement.accessions ?? [])
        .filter(({ party, to }) => counts(by, party) && counts(by, to))
        .map((accession) => ({ accession, day: accession.from ?? by.agreement.effective, id: by.agreement.id })),
    )
    .filter(({ day }) => midnight(day) <= at.getTime())
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function membershipBy({ backDated, participation, reserves }: Accession, day: string): Membership {
  return {
    participation: participation ?? 'active',
    since: day,
    backDated: backDated ?? false,
    reserves: new Set(reserves),
  };
}
