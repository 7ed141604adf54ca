import type { Agreement } from '../../policy/agreement.ts';
import { expand, type Groups } from '../../policy/groups.ts';
import { documentsOn, type ReadDocument, type Shelf } from './shelf.ts';

/** The documents to which an agency is a party: by its own name, or as a member of a group that is one. */
export function documentsFor(agency: string, shelf: Shelf, now: Date): readonly ReadDocument[] {
  const { groups } = shelf.at(now);
  return documentsOn(shelf).filter(({ agreement }) => isParty(agency, agreement, groups));
}

/** Codes of the groups that an agency belongs to, of those that a reader's own agreements speak of. Sorted. */
export function groupsOf(agency: string, reader: string, shelf: Shelf, now: Date): readonly string[] {
  const { groups } = shelf.at(now);
  const spoken = new Set(documentsFor(reader, shelf, now).flatMap(({ agreement }) => codesIn(agreement)));
  return [...groups]
    .filter(([code, members]) => spoken.has(code) && members.has(agency))
    .map(([code]) => code)
    .sort();
}

function isParty(agency: string, { parties }: Agreement, groups: Groups): boolean {
  return expand(parties, groups).has(agency) || parties.includes(agency);
}

/** Every agency and group that an agreement names. */
function codesIn({ parties, groups, accessions, clauses }: Agreement): readonly string[] {
  const scopes = clauses.flatMap(({ share, withhold }) => [share, withhold]);
  return [
    ...parties,
    ...Object.keys(groups ?? {}),
    ...(accessions ?? []).map(({ to }) => to),
    ...scopes.flatMap((scope) => [...(scope?.from ?? []), ...(scope?.to ?? [])]),
  ];
}
