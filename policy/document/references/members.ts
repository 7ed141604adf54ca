import type { Agreement } from '../../agreement.ts';
import type { Surroundings } from './rule.ts';

/** Agencies that belong to a group, or join it, by any document. */
export function membersOf(group: string, { documents, groups }: Surroundings): readonly string[] {
  const founding = (groups.get(group) ?? []).flatMap(({ members }) => members);
  const joined = documents
    .flatMap(({ agreement }) => agreement.accessions ?? [])
    .filter(({ to }) => to === group)
    .map(({ party }) => party);
  return [...founding, ...joined];
}

/** The agencies that codes stand for, members of groups included. */
export function agenciesIn(codes: readonly string[], around: Surroundings): ReadonlySet<string> {
  return new Set(codes.flatMap((code) => (around.groups.has(code) ? membersOf(code, around) : [code])));
}

/** Those of them whose data a clause can reach: parties of the document in their own name. */
export function originatorsIn(
  codes: readonly string[],
  { parties }: Agreement,
  around: Surroundings,
): ReadonlySet<string> {
  return new Set([...agenciesIn(codes, around)].filter((code) => parties.includes(code)));
}
