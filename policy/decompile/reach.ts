import { contributions } from '../between.ts';
import { dependsOnPair } from '../condition/where.ts';
import type { Membership } from '../groups.ts';
import type { Rule } from '../rule.ts';
import { uniqueBy } from './sorted.ts';
import type { Where } from '../agreement.ts';

/** How a clause means an agency: by its name or, when the day counts on which it joined, as a member since then. */
export interface Way {
  readonly agency: string;
  readonly since?: string;
  readonly backDated?: boolean;
}

/** From and to whom a clause speaks in the end, whatever the groups, participations and reserves that led there. */
export interface Reach {
  readonly from: readonly Way[];
  readonly to: readonly Way[];
}

/** A text that is equal for equal ways. */
export function wayKey({ agency, since, backDated }: Way): string {
  return [agency, since ?? '', backDated ? 'back-dated' : ''].join(' ');
}

/**
 * The reach of a rule.
 * @param isAgency false for codes of groups that have no members now: clauses that name them mean nobody
 */
export function reachOf(rule: Rule, where: Where | undefined, isAgency: (code: string) => boolean): Reach {
  const ways = (codes: Iterable<string>, of: (agency: string) => readonly Way[]) =>
    uniqueBy([...codes].filter(isAgency).flatMap(of), wayKey);
  const from = ways(rule.from.keys(), (agency) =>
    contributions(rule, agency).map((membership) => originatorWay(rule, agency, membership)),
  );
  const sharing = new Set(from.map(({ agency }) => agency));
  const dayCounts = dependsOnPair(where);
  const to = ways(rule.to.keys(), (agency) => {
    if (rule.reciprocal && !sharing.has(agency)) return [];
    const receiving = (rule.to.get(agency) ?? []).filter(
      ({ participation }) => rule.participants?.has(participation) ?? true,
    );
    return receiving.map((membership) => recipientWay(rule, agency, membership, dayCounts));
  });
  return { from, to };
}

/** The day on which an originator joined counts only for what it shares from that day on. */
function originatorWay({ effect }: Rule, agency: string, { since, backDated }: Membership): Way {
  return effect === 'withhold' || since === undefined || backDated ? { agency } : { agency, since, backDated: false };
}

/** The day on which a recipient joined counts also where the condition speaks of it. */
function recipientWay({ effect }: Rule, agency: string, { since, backDated }: Membership, dayCounts: boolean): Way {
  const everything = effect === 'withhold' || backDated;
  return since === undefined || (everything && !dayCounts) ? { agency } : { agency, since, backDated: everything };
}
