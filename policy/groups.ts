import type { Participation } from './agreement.ts';
import type { ClauseId } from './clause-id.ts';

/** How an agency belongs to what a clause names: by its own name, as a founding member, or since it joined. */
export interface Membership {
  readonly participation: Participation;
  /** First day, `YYYY-MM-DD`, of a member that joined later. */
  readonly since: string | undefined;
  /** Clauses speak of what was recorded before that day too. */
  readonly backDated: boolean;
  /** Clauses under which it does not share. */
  readonly reserves: ReadonlySet<ClauseId>;
}

/** Of an agency that is named itself, or that founded the group. */
export const NAMED: Membership = { participation: 'active', since: undefined, backDated: true, reserves: new Set() };

/** Members of every group by its code, with every way in which each belongs to it. */
export type Groups = ReadonlyMap<string, ReadonlyMap<string, readonly Membership[]>>;

/** The agencies that a list of agencies and groups stands for, with every way in which each is meant. */
export type Expanded = ReadonlyMap<string, readonly Membership[]>;

/** Everybody that a list of agencies and groups stands for. */
export function expand(codes: readonly string[], groups: Groups): Expanded {
  const expanded = new Map<string, Membership[]>();
  const add = (agency: string, memberships: readonly Membership[]) => {
    expanded.set(agency, [...(expanded.get(agency) ?? []), ...memberships]);
  };
  for (const code of codes) {
    const members = groups.get(code);
    if (members) members.forEach((memberships, agency) => add(agency, memberships));
    else add(code, [NAMED]);
  }
  return expanded;
}
