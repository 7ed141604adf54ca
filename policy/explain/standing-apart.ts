import type { Membership } from '../groups.ts';
import type { Rule } from '../rule.ts';
import type { Gap } from './gaps.ts';

/**
 * Why a clause that names both agencies does not stand between them: how they take part in the groups that it names.
 * @returns none when nothing of that kind keeps it from speaking
 */
export function apartGaps(rule: Rule, originator: string, recipient: string): readonly Gap[] {
  if (rule.effect === 'withhold') return [];
  return [
    ...givingGaps(rule, originator),
    ...receivingGaps(rule, recipient),
    ...(rule.reciprocal && !gives(rule, recipient)
      ? [
          {
            only: `only for those who share under it, and ${recipient} does not`,
            change: `${recipient} shares under it too`,
          },
        ]
      : []),
  ];
}

function givingGaps(rule: Rule, originator: string): readonly Gap[] {
  if (gives(rule, originator)) return [];
  const reserved = membershipsOf(rule.from, originator).some(({ reserves }) => reserves.has(rule.id));
  if (reserved)
    return [{ only: `not of ${originator}, which has reserved it`, change: `${originator} drops its reserve` }];
  return [
    { only: `not of ${originator}, which is an observer`, change: `${originator} takes part as more than an observer` },
  ];
}

function receivingGaps({ participants, to }: Rule, recipient: string): readonly Gap[] {
  const held = membershipsOf(to, recipient).map(({ participation }) => participation);
  if (!participants || held.some((participation) => participants.has(participation))) return [];
  const wanted = [...participants].join(' or ');
  return [
    {
      only: `only for ${wanted} participants, and ${recipient} is ${held.join(' and ')}`,
      change: `${recipient} takes part as ${wanted}`,
    },
  ];
}

function gives({ id, from }: Rule, agency: string): boolean {
  return membershipsOf(from, agency).some(
    ({ participation, reserves }) => participation !== 'observer' && !reserves.has(id),
  );
}

function membershipsOf(side: Rule['from'], agency: string): readonly Membership[] {
  return side.get(agency) ?? [];
}
