import type { RuleBetween } from './between.ts';
import type { Need, SpeakingRule } from './cell.ts';
import { allOf } from './condition/condition.ts';
import { agreementOf } from './clause-id.ts';
import type { Consents } from './consents.ts';
import type { GrantPurpose } from './obstacle.ts';
import { referredTo } from './references.ts';
import type { Rule } from './rule.ts';

/** A rule that speaks for a purpose: on the objects that its stage has reached, and that may be used so. */
export function speakingRule(
  { rule, rows }: RuleBetween,
  purpose: GrantPurpose,
  consents: Consents,
  evidence: boolean,
): SpeakingRule {
  const needs = needsOf(rule, evidence);
  if (needs.length === 0) return { ...rule, rows, needs };
  const named = namedFor(rule, purpose, consents);
  return {
    ...rule,
    needs,
    rows: (family) => allOf([rows(family), ...needs.map((need) => referredTo(named[need], family))]),
  };
}

/** Why a clause speaks of single objects only, for a use: all of these must name the object. */
export function needsOf(
  { effect, purpose: { stage, released }, consent, obligations }: Rule,
  evidence: boolean,
): readonly Need[] {
  if (effect === 'withhold') return [];
  const needs: Need[] = [];
  if (stage === 'match' || stage === 'core-data') needs.push('match');
  if (stage === 'follow-up' || released) needs.push('release');
  if (consent || (evidence && obligations?.evidence === 'with-consent')) needs.push('consent');
  return needs;
}

/** Ids of the objects that are named so far, for a clause. */
export function namedFor(
  { id }: Rule,
  { matches = [] }: Pick<GrantPurpose, 'matches'>,
  { released, ownUnder }: Consents,
): Readonly<Record<Need, readonly string[]>> {
  const agreement = agreementOf(id);
  return { match: matches, release: released.get(agreement) ?? [], consent: ownUnder.get(agreement) ?? [] };
}
