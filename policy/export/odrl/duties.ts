import type { Share } from '../../agreement.ts';
import { AS_EVIDENCE } from './conditions.ts';
import { constraint } from './constraint.ts';
import { assigners } from './party.ts';
import { ref, type Node } from './vocabulary.ts';

/** What the recipient owes for what a clause discloses to it. */
export function duties(share: Share): readonly Node[] {
  const { notifyOriginator, retentionDays, attribution, evidence, recordOnward } = share.obligations ?? {};
  return [
    ...(notifyOriginator ? [duty('inform', { informedParty: assigners(share) })] : []),
    ...(retentionDays ? [duty('delete', { constraint: [deletedWithin(retentionDays)] })] : []),
    ...(attribution ? [attributed(share, attribution)] : []),
    ...(evidence ? [consent(share, { constraint: [AS_EVIDENCE] })] : []),
    ...(recordOnward ? [duty('concordat:recordOnward', {})] : []),
  ];
}

/** The originator consents before. */
export function consent(share: Share, rest: Node = {}): Node {
  return duty('obtainConsent', { consentingParty: assigners(share), ...rest });
}

function duty(action: unknown, rest: Node): Node {
  return { '@type': 'Duty', action, ...rest };
}

function deletedWithin(days: number): Node {
  return constraint('delayPeriod', 'lteq', { '@value': `P${days}D`, '@type': 'xsd:duration' });
}

function attributed(share: Share, words: string): Node {
  const refinement = [constraint('concordat:words', 'eq', words)];
  return duty([{ 'rdf:value': ref('odrl:attribute'), refinement }], { attributedParty: assigners(share) });
}
