import { rulesBetween } from '../../policy/between.ts';
import type { AgreementAt } from '../../policy/lifecycle.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { Ruleset } from '../../policy/ruleset.ts';

/** Between whom a clause has effect. */
export interface Between {
  readonly from: string;
  readonly to: readonly string[];
}

/**
 * The agencies between which a clause has effect at this instant: members of groups by their own names, without those
 * who have suspended it, reserve it or may not receive under it. None while it has no effect.
 * @param text the agreement as it stands; undefined: nothing of it counts. Where another text has its id, none are told:
 * they might be those of the other.
 */
export function betweenOf(
  clause: string,
  text: AgreementAt | undefined,
  ruleset: Ruleset,
  agencies: readonly AgencyEntry[],
): readonly Between[] {
  if (!text || text.status === 'disputed' || text.status === 'outdated') return [];
  const rules = ruleset.rules.filter(({ id }) => id === `${text.agreement.id}#${clause}`);
  const entries = new Map(agencies.map((entry) => [entry.code, entry]));
  const froms = new Set(rules.flatMap(({ from }) => [...from.keys()]));
  const tos = new Set(rules.flatMap(({ to }) => [...to.keys()]));
  return [...froms].sort().flatMap((from) => {
    const receives = (to: string) => to !== from && rulesBetween(rules, from, to, entries).length > 0;
    const to = [...tos].filter(receives).sort();
    return to.length > 0 ? [{ from, to }] : [];
  });
}
