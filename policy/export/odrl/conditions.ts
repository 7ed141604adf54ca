import type { Agreement, PurposeScope, Quota, Share, Withhold } from '../../agreement.ts';
import { constraint } from './constraint.ts';
import { midnight, ref, type Node } from './vocabulary.ts';

const DAY_MILLISECONDS = 86_400_000;

/** When, and what for, a clause discloses. */
export function conditionsOfShare(agreement: Agreement, share: Share): readonly Node[] {
  return [
    ...lifetime(agreement),
    ...purposes(share.for),
    ...(share.reciprocal ? [constraint('concordat:reciprocal', 'eq', true)] : []),
    ...(share.obligations?.quotas ?? []).map(quota),
  ];
}

/** When, and what for, a clause withholds. It outlives its agreement, so it has no last day. */
export function conditionsOfWithhold({ effective }: Agreement, withhold: Withhold): readonly Node[] {
  return [...lifetime({ effective }), ...purposes(withhold.for)];
}

/** The use of it as evidence. */
export const AS_EVIDENCE = constraint('purpose', 'isAnyOf', [ref('use:evidence')]);

function lifetime({ effective, until }: Pick<Agreement, 'effective' | 'until'>): readonly Node[] {
  const first = constraint('dateTime', 'gteq', midnight(new Date(effective)));
  if (!until) return [first];
  return [first, constraint('dateTime', 'lt', midnight(new Date(Date.parse(until) + DAY_MILLISECONDS)))];
}

function purposes(scope: PurposeScope = {}): readonly Node[] {
  const { areas, uses, searches, stage, minPenaltyMonths } = scope;
  const terms = (prefix: string, codes: readonly string[]) => codes.map((code) => ref(`${prefix}:${code}`));
  return [
    ...(areas ? [constraint('purpose', 'isAnyOf', terms('area', areas))] : []),
    ...(uses ? [constraint('purpose', 'isAnyOf', terms('use', uses))] : []),
    ...(searches ? [constraint('concordat:search', 'isAnyOf', searches)] : []),
    ...(stage ? [constraint('concordat:stage', 'gteq', stage)] : []),
    ...(minPenaltyMonths ? [constraint('concordat:maxPenaltyMonths', 'gteq', minPenaltyMonths)] : []),
  ];
}

function quota({ search, perDay }: Quota): Node {
  const of = search ? `concordat:searchesPerDay.${search}` : 'concordat:searchesPerDay';
  return constraint(of, 'lteq', perDay);
}
