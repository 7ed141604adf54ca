import type { Telling } from '../../../policy/deconfliction.ts';
import type { ConflictRow, SideRow } from './row.ts';
import { SILENCE } from './words.ts';

/** Those who were told of a conflict, and those who are told by the agreements as they stand. */
export function everybody({ sides }: ConflictRow, told: readonly Telling[], now: Date): readonly SideRow[] {
  const added = told.filter(({ agency }) => !sides.some((side) => side.agency === agency));
  return [...sides, ...added.map(({ agency, role }) => newSide(agency, role, now))];
}

function newSide(agency: string, role: SideRow['role'], now: Date): SideRow {
  const nothing = { toldOf: {}, heard: [], escalatedAt: null, answers: 0, notes: 0, ...SILENCE };
  return { agency, role, toldAt: now.toISOString(), ...nothing };
}

/** All its times to answer begin now. */
export function withTimeAnew(side: SideRow, told: readonly Telling[], now: Date): SideRow {
  return { ...side, toldOf: clausesSince(now.toISOString(), side, told), escalatedAt: null };
}

/**
 * A clause that tells a side for the first time does so now. Of one that does so again, the first time counts.
 * @param told_by '': since when clauses told it was not kept before, and it counts from when it was told at all
 */
export function withNewClauses(
  side: SideRow,
  { told_by }: Pick<ConflictRow, 'told_by'>,
  told: readonly Telling[],
  now: Date,
): SideRow {
  const since = told_by === '' ? side.toldAt : now.toISOString();
  return { ...side, toldOf: { ...clausesSince(since, side, told), ...side.toldOf } };
}

function clausesSince(since: string, { agency }: SideRow, told: readonly Telling[]): SideRow['toldOf'] {
  const clauses = told.find((telling) => telling.agency === agency)?.clauses ?? [];
  return Object.fromEntries(clauses.map((clause) => [clause, since]));
}
