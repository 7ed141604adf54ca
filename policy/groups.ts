import type { Agreement } from './agreement.ts';

/** Members of every group, by its code: those that agreements in force name as founding members or let join. */
export type Groups = ReadonlyMap<string, ReadonlySet<string>>;

/** The groups that these agreements found, with the parties that joined by one of them. */
export function groupsOf(agreements: readonly Agreement[]): Groups {
  const groups = new Map<string, Set<string>>();
  for (const agreement of agreements) {
    for (const [code, charter] of Object.entries(agreement.groups ?? {})) groups.set(code, new Set(charter.members));
  }
  for (const agreement of agreements) {
    for (const { party, to } of agreement.accessions ?? []) groups.get(to)?.add(party);
  }
  return groups;
}

/** The agencies that a list of agencies and groups stands for. */
export function expand(codes: readonly string[], groups: Groups): ReadonlySet<string> {
  return new Set(codes.flatMap((code) => [...(groups.get(code) ?? [code])]));
}
