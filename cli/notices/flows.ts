import type { Membership } from '../../policy/groups.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Rule } from '../../policy/rule.ts';
import type { Ruleset } from '../../policy/ruleset.ts';

/** What clauses let pass: of these originators, to these recipients. */
export interface Flow {
  readonly clauses: readonly ClauseId[];
  readonly originators: readonly string[];
  readonly recipients: readonly string[];
}

/** What clauses let pass in one ruleset, and not in the other, between agencies: a group without a charter is nobody. */
export function flowsLost(before: Ruleset, after: Ruleset, agencies: ReadonlySet<string>): readonly Flow[] {
  const left = new Set(after.rules.flatMap(pairsOf).map(keyOf));
  const passed = before.rules.flatMap(pairsOf);
  const between = passed.filter(({ originator, recipient }) => agencies.has(originator) && agencies.has(recipient));
  const lost = between.filter((pair) => !left.has(keyOf(pair)));
  const toAll = merged(lost.map(asFlow), 'recipients');
  const fromAll = merged(toAll, 'originators');
  return merged(fromAll, 'clauses');
}

/** Clauses by which de-confliction ends for somebody. */
export function dutiesLost(before: Ruleset, after: Ruleset): readonly ClauseId[] {
  const left = new Map(after.duties.map((duty) => [duty.id, duty.from.size + duty.to.size]));
  return before.duties.filter(({ id, from, to }) => from.size + to.size > (left.get(id) ?? 0)).map(({ id }) => id);
}

interface Pair {
  readonly clause: ClauseId;
  readonly originator: string;
  readonly recipient: string;
}

function pairsOf(rule: Rule): readonly Pair[] {
  if (rule.effect !== 'share') return [];
  const receives = ({ participation }: Membership) => !rule.participants || rule.participants.has(participation);
  const gives = ({ participation, reserves }: Membership) => participation !== 'observer' && !reserves.has(rule.id);
  const originators = [...rule.from].filter(([, ways]) => ways.some(gives)).map(([code]) => code);
  const recipients = [...rule.to].filter(([, ways]) => ways.some(receives)).map(([code]) => code);
  return originators.flatMap((originator) =>
    recipients
      .filter((recipient) => recipient !== originator)
      .map((recipient) => ({ clause: rule.id, originator, recipient })),
  );
}

function keyOf({ clause, originator, recipient }: Pair): string {
  return `${clause} ${originator} ${recipient}`;
}

function asFlow({ clause, originator, recipient }: Pair): Flow {
  return { clauses: [clause], originators: [originator], recipients: [recipient] };
}

/** Puts flows together that differ in one thing only. */
function merged(flows: readonly Flow[], by: keyof Flow): readonly Flow[] {
  const together = new Map<string, Flow>();
  for (const flow of flows) {
    const key = JSON.stringify({ ...flow, [by]: [] });
    const known = together.get(key);
    together.set(key, known ? { ...known, [by]: [...known[by], ...flow[by]] } : flow);
  }
  return [...together.values()];
}
