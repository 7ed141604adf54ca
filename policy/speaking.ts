import type { EntityType } from '../schema/contract.ts';
import type { Stage } from '../schema/purposes.ts';
import type { RuleBetween } from './between.ts';
import type { SpeakingRule } from './cell.ts';
import { ALWAYS, allOf, type Condition } from './condition/condition.ts';
import type { Consents } from './consents.ts';
import type { GrantPurpose } from './obstacle.ts';
import { referredTo } from './references.ts';

/** A rule that speaks for a purpose: on the objects that its stage has reached, and that may be used so. */
export function speakingRule(
  { rule, rows }: RuleBetween,
  purpose: GrantPurpose,
  consents: Consents,
  evidence: boolean,
): SpeakingRule {
  const needsConsent = evidence && rule.effect === 'share' && rule.obligations?.evidence === 'with-consent';
  if (!needsConsent && !opensLater(rule.purpose.stage)) return { ...rule, rows };
  return {
    ...rule,
    rows: (family) =>
      allOf([
        rows(family),
        reached(rule.purpose.stage, family, purpose, consents),
        needsConsent ? named(consents.own, family) : ALWAYS,
      ]),
  };
}

function opensLater(stage: Stage | undefined): boolean {
  return stage !== undefined && stage !== 'hit';
}

function reached(
  stage: Stage | undefined,
  family: EntityType,
  { matches = [] }: GrantPurpose,
  { released }: Consents,
): Condition {
  if (!opensLater(stage)) return ALWAYS;
  return named(stage === 'follow-up' ? released : matches, family);
}

/** Contacts stand on their own: no match and no release names them. */
function named(references: readonly string[], family: EntityType): Condition {
  return family === 'LiaisonContact' ? ALWAYS : referredTo(references, family);
}
