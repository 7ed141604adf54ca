import { printMistake } from '../../policy/document/mistake.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import type { PartyVerification } from '../../policy/signature/verification.ts';
import type { ReadDocument } from './shelf.ts';

/** Where agreements can stand, in words. Only what is in force discloses anything. */
export const STATUSES = {
  IN_FORCE: 'Signed by every party and inside its dates.',
  NOT_YET_IN_FORCE: 'Signed by every party; its first day is to come.',
  EXPIRED: 'Its last day is past.',
  UNSIGNED: 'A signature is missing or does not count.',
  BROKEN: 'The document has mistakes.',
} as const;

/** Where an agreement stands, and why. */
export interface Standing {
  readonly status: keyof typeof STATUSES;
  readonly reason: string;
}

/** Where a document stands at an instant. */
export function standingOf({ agreement, report }: ReadDocument, ruleset: Ruleset, now: Date): Standing {
  const { effective, until } = agreement;
  if (report.status === 'broken') return { status: 'BROKEN', reason: mistakes(report.mistakes.map(printMistake)) };
  if (report.status === 'unsigned') return { status: 'UNSIGNED', reason: unsigned(report.verification?.parties) };
  const today = now.toISOString().slice(0, effective.length);
  if (today < effective) return { status: 'NOT_YET_IN_FORCE', reason: `in force from ${effective}` };
  if (until && today > until) return { status: 'EXPIRED', reason: `in force until ${until}, and no longer` };
  if (ruleset.inForce.some((active) => active.agreement.id === agreement.id))
    return {
      status: 'IN_FORCE',
      reason: until ? `in force from ${effective} until ${until}` : `in force from ${effective}`,
    };
  return { status: 'BROKEN', reason: 'the agreements do not compile together: none is in force' };
}

function mistakes(printed: readonly string[]): string {
  const [first = 'it cannot be used', ...more] = printed;
  return more.length > 0 ? `${first}; and ${more.length} more` : first;
}

function unsigned(parties: ReadonlyMap<string, PartyVerification> = new Map()): string {
  const lacking = [...parties].flatMap(([party, verification]) => {
    if (verification.status === 'missing') return [`${party} has not signed`];
    return verification.status === 'wrong' ? [`the signature of ${party} does not count: ${verification.why}`] : [];
  });
  return lacking.length > 0 ? lacking.join('; ') : 'it is not signed';
}
