import type { Quota } from '../../policy/agreement.ts';
import type { Grant } from '../../policy/grant.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import type { Use } from './quotas.ts';

const known = new WeakMap<Ruleset, boolean>();

/** Whether any clause has a quota: where none has, nothing is counted. */
export function hasQuotas(ruleset: Ruleset): boolean {
  const has = known.get(ruleset) ?? ruleset.rules.some(({ obligations }) => obligations?.quotas !== undefined);
  known.set(ruleset, has);
  return has;
}

/**
 * What the searches of an operation count towards.
 * @param searches the clauses that each search is answered under
 */
export function usesOf(
  searches: readonly (readonly ClauseId[])[],
  grant: Grant,
  { agency, search }: { readonly agency: string; readonly search: string | undefined },
): readonly Use[] {
  const counts = new Map<ClauseId, number>();
  for (const clauses of searches)
    for (const clause of new Set(clauses)) counts.set(clause, (counts.get(clause) ?? 0) + 1);
  return grant.obligations([...counts.keys()]).flatMap(({ clause, obligations }) =>
    [...limitsOf(obligations.quotas ?? [], search)].map(([kind, perDay]) => ({
      ...{ clause, agency, kind, perDay },
      searches: counts.get(clause) ?? 0,
    })),
  );
}

/** By kind, the lowest quota that a search of this kind counts towards. */
function limitsOf(quotas: readonly Quota[], search: string | undefined): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const quota of quotas) {
    if (quota.search !== undefined && quota.search !== search) continue;
    const kind = quota.search ?? '';
    limits.set(kind, Math.min(quota.perDay, limits.get(kind) ?? Infinity));
  }
  return limits;
}
