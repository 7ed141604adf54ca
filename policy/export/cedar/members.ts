import type { Agreement, Participation } from '../../agreement.ts';
import { absentFrom, hasBegun, isInForce, isSuperseded, type Documents } from './standing.ts';

/** A way in which a list of agencies and groups names an agency. */
export interface Way {
  readonly participation: Participation;
  /** First day of who joined a group later. */
  readonly joined?: string;
  /** Only what was recorded from that day on. */
  readonly onlySince?: string;
  /** Clauses under which it does not share. */
  readonly reserves: readonly string[];
}

/** Members of groups by the group's code, then by their own, each with every way in which it belongs. */
export type Members = ReadonlyMap<string, ReadonlyMap<string, readonly Way[]>>;

/** How an agency is meant that is named itself. */
const NAMED: Way = { participation: 'active', reserves: [] };

/** Who belongs to which group, for clauses that share. */
export function membersNow(documents: Documents): Members {
  const counts = (agreement: Agreement, party: string) =>
    isInForce(agreement, documents) && !absentFrom(agreement, documents).has(party);
  const groups = new Map<string, Map<string, readonly Way[]>>();
  for (const charter of documents.agreements) {
    for (const [code, { members }] of Object.entries(charter.groups ?? {})) {
      if (!counts(charter, code)) continue;
      const founders = members.filter((member) => counts(charter, member));
      groups.set(code, new Map(founders.map((member) => [member, [NAMED]])));
    }
  }
  for (const { by, party, to, way } of joinings(documents, (by) => !isSuperseded(by, documents))) {
    if (counts(by, party) && counts(by, to)) groups.get(to)?.set(party, [way]);
    else groups.get(to)?.delete(party);
  }
  return groups;
}

/** Who has ever belonged to which group, and how, for clauses that withhold: leaving or joining again frees nobody. */
export function membersEver(documents: Documents): Members {
  const groups = new Map<string, Map<string, readonly Way[]>>();
  const add = (code: string, agency: string, way: Way) => {
    const group = groups.get(code) ?? new Map<string, readonly Way[]>();
    groups.set(code, group.set(agency, [...(group.get(agency) ?? []), way]));
  };
  for (const charter of documents.agreements.filter((agreement) => hasBegun(agreement, documents)))
    for (const [code, { members }] of Object.entries(charter.groups ?? {}))
      for (const member of members) add(code, member, NAMED);
  for (const { party, to, way } of joinings(documents, () => true)) if (groups.has(to)) add(to, party, way);
  return groups;
}

/** The agencies that a list stands for, with every way in which each is meant. */
export function everyone(codes: readonly string[], members: Members): ReadonlyMap<string, readonly Way[]> {
  const found = new Map<string, readonly Way[]>();
  for (const code of codes) {
    const ways = members.get(code) ?? new Map([[code, [NAMED]]]);
    for (const [agency, those] of ways) found.set(agency, [...(found.get(agency) ?? []), ...those]);
  }
  return found;
}

/**
 * In the order in which they took effect: the last one of a party is the one that counts, and when it ends the party is
 * no member any more.
 */
function joinings(documents: Documents, decides: (agreement: Agreement) => boolean) {
  const all = documents.agreements
    .filter((by) => hasBegun(by, documents) && decides(by))
    .flatMap((by) =>
      (by.accessions ?? []).map(({ party, to, from, participation, backDated, reserves }) => {
        const joined = from ?? by.effective;
        const onlySince = backDated ? {} : { onlySince: joined };
        const way: Way = { participation: participation ?? 'active', joined, ...onlySince, reserves: reserves ?? [] };
        return { by, party, to, joined, way, order: `${joined} ${by.id}` };
      }),
    );
  return all
    .filter(({ joined }) => Date.parse(joined) <= documents.at.getTime())
    .sort((a, b) => (a.order < b.order ? -1 : 1));
}
