import type { Agreement } from '../../policy/agreement.ts';
import type { Ruleset } from '../../policy/ruleset.ts';

/** Ids of the agreements that have taken the place of one: they name it, and all its parties signed them. */
export function successorsOf(agreement: Agreement, ruleset: Ruleset): readonly string[] {
  return laterThan(agreement, ruleset)
    .filter(({ supersedes }) => supersedes?.includes(agreement.id))
    .map(({ id }) => id);
}

/** Ids of the agreements whose clauses have taken the place of a clause. */
export function replacementsOf(clause: string, agreement: Agreement, ruleset: Ruleset): readonly string[] {
  return laterThan(agreement, ruleset)
    .filter(({ amends }) => amends?.some((of) => of.agreement === agreement.id && of.replaces.includes(clause)))
    .map(({ id }) => id);
}

/** Those that have begun, and that every party of an agreement signed too: only they take anything's place. */
function laterThan({ id, parties }: Agreement, { standing }: Ruleset): readonly Agreement[] {
  const begun = [...standing.values()]
    .filter(({ status }) => status !== 'not-yet' && status !== 'outdated')
    .map(({ agreement }) => agreement);
  return begun.filter((other) => other.id !== id && parties.every((party) => other.parties.includes(party)));
}
