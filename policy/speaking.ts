import type { RuleBetween } from './between.ts';
import type { SpeakingRule } from './cell.ts';
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
  if (needs.length === 0) return { ...rule, rows, waits: false };
  const agreement = agreementOf(rule.id);
  const references = {
    match: purpose.matches ?? [],
    consent: consents.ownUnder.get(agreement) ?? [],
    release: consents.released.get(agreement) ?? [],
  };
  return {
    ...rule,
    waits: true,
    rows: (family) => allOf([rows(family), ...needs.map((need) => referredTo(references[need], family))]),
  };
}

/** Whether a clause speaks of single objects that its originator names: at all, or for evidence. */
export function awaitsNotice({ purpose: { stage, released }, consent, obligations }: Omit<Rule, 'rows'>): boolean {
  return stage === 'follow-up' || Boolean(released) || consent || obligations?.evidence !== undefined;
}

/** Why a clause speaks of single objects only: the viewer's staff matched them, the originator consented, or released. */
type Need = 'match' | 'consent' | 'release';

function needsOf(
  { effect, purpose: { stage, released }, consent, obligations }: Rule,
  evidence: boolean,
): readonly Need[] {
  if (effect === 'withhold') return [];
  const needs: Need[] = [];
  if (stage === 'match' || stage === 'core-data') needs.push('match');
  if (consent || (evidence && obligations?.evidence === 'with-consent')) needs.push('consent');
  if (stage === 'follow-up' || released) needs.push('release');
  return needs;
}
