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

/** Members of groups by the group's code, then by their own. */
export type Members = ReadonlyMap<string, ReadonlyMap<string, Way>>;

/** How an agency is meant that is named itself. */
const NAMED: Way = { participation: 'active', reserves: [] };

/** Who belongs to which group, for clauses that share. */
export function membersNow(documents: Documents): Members {
  const counts = (agreement: Agreement, party: string) =>
    isInForce(agreement, documents) && !absentFrom(agreement, documents).has(party);
  return membersBy(documents, counts, (by) => !isSuperseded(by, documents));
}

/** Who has ever belonged to which group, for clauses that withhold: leaving frees nobody from them. */
export function membersEver(documents: Documents): Members {
  return membersBy(
    documents,
    (agreement) => hasBegun(agreement, documents),
    () => true,
  );
}

/** The agencies that a list stands for, with every way in which each is meant. */
export function everyone(codes: readonly string[], members: Members): ReadonlyMap<string, readonly Way[]> {
  const found = new Map<string, readonly Way[]>();
  for (const code of codes) {
    const ways = members.get(code) ?? new Map([[code, NAMED]]);
    for (const [agency, way] of ways) found.set(agency, [...(found.get(agency) ?? []), way]);
  }
  return found;
}

function membersBy(
  documents: Documents,
  counts: (agreement: Agreement, party: string) => boolean,
  decides: (agreement: Agreement) => boolean,
): Members {
  const groups = new Map<string, Map<string, Way>>();
  for (const charter of documents.agreements) {
    for (const [code, { members }] of Object.entries(charter.groups ?? {})) {
      if (!counts(charter, code)) continue;
      groups.set(code, new Map(members.filter((member) => counts(charter, member)).map((member) => [member, NAMED])));
    }
  }
  for (const { by, party, to, way } of joinings(documents, decides)) {
    if (counts(by, party) && counts(by, to)) groups.get(to)?.set(party, way);
    else groups.get(to)?.delete(party);
  }
  return groups;
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
