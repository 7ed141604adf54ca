import { contract } from '../../schema/contract.ts';
import { membershipsAt } from '../membership.ts';
import { rulesOf, type Rule } from '../rule.ts';
import type { Ruleset } from '../ruleset.ts';

/** Clauses that would share if their agreement were in force, or not suspended, for everybody. */
export function dormantRules({ standing }: Ruleset, at: Date): readonly Rule[] {
  const memberships = membershipsAt(standing.values(), at);
  return [...standing.values()].flatMap((agreement) => rulesOf(agreement, { contract, memberships }).dormant);
}
