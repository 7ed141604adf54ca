import type { Accession } from './agreement.ts';
import { NAMED, type Groups, type Membership } from './groups.ts';
import { midnight, type AgreementAt } from './lifecycle.ts';

/**
 * The groups that agreements found, with those who joined. Clauses that share speak of members; those that withhold,
 * also of former ones, in every way in which each ever belonged.
 * INVARIANT: who leaves a group, joins it again or is left out of another charter of it is not freed by that from what
 * was withheld from its members.
 */
export interface Memberships {
  readonly members: Groups;
  readonly everybody: Groups;
}

/** Who belongs to which group at an instant. */
export function membershipsAt(agreements: Iterable<AgreementAt>, at: Date): Memberships {
  const started = [...agreements].filter(({ status }) => status !== 'not-yet' && status !== 'outdated');
  const standing: Counts = ({ status, out }, party) => status === 'in-force' && !out.has(party);
  const unreplaced = started.filter(({ status }) => status !== 'superseded');
  return { members: membersOf(unreplaced, at, standing), everybody: everybodyIn(started, at) };
}

/** Whether an agreement makes a party a member, or a group a group. */
type Counts = (agreement: AgreementAt, party: string) => boolean;

/**
 * By the day from which they count, the last accession of a party decides.
 * INVARIANT: when it ends, so does the membership: what the party was before, it is not again.
 */
function membersOf(agreements: readonly AgreementAt[], at: Date, counts: Counts): Groups {
  const groups = new Map<string, Map<string, readonly Membership[]>>();
  for (const founding of agreements) {
    for (const [code, { members }] of Object.entries(founding.agreement.groups ?? {})) {
      if (!counts(founding, code)) continue;
      const founders = members.filter((member) => counts(founding, member));
      groups.set(code, new Map(founders.map((member) => [member, [NAMED]])));
    }
  }
  for (const { by, accession, day } of accessionsIn(agreements, at)) {
    const { party, to } = accession;
    if (counts(by, party) && counts(by, to)) groups.get(to)?.set(party, [membershipBy(accession, day)]);
    else groups.get(to)?.delete(party);
  }
  return groups;
}

/** Whoever founded or joined a group, however it ended. */
function everybodyIn(agreements: readonly AgreementAt[], at: Date): Groups {
  const groups = new Map<string, Map<string, readonly Membership[]>>();
  const add = (code: string, agency: string, membership: Membership) => {
    const group = groups.get(code) ?? new Map<string, readonly Membership[]>();
    groups.set(code, group.set(agency, [...(group.get(agency) ?? []), membership]));
  };
  for (const { agreement } of agreements)
    for (const [code, { members }] of Object.entries(agreement.groups ?? {}))
      for (const member of members) add(code, member, NAMED);
  for (const { accession, day } of accessionsIn(agreements, at))
    if (groups.has(accession.to)) add(accession.to, accession.party, membershipBy(accession, day));
  return groups;
}

/** Those that took effect, the first one first. */
function accessionsIn(agreements: readonly AgreementAt[], at: Date) {
  return agreements
    .flatMap((by) =>
      (by.agreement.accessions ?? []).map((accession) => ({
        by,
        accession,
        day: accession.from ?? by.agreement.effective,
      })),
    )
    .filter(({ day }) => midnight(day) <= at.getTime())
    .sort((a, b) => (a.day === b.day ? (a.by.agreement.id < b.by.agreement.id ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function membershipBy({ backDated, participation, reserves }: Accession, day: string): Membership {
  return {
    participation: participation ?? 'active',
    since: day,
    backDated: backDated ?? false,
    reserves: new Set(reserves),
  };
}
