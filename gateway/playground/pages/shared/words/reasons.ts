import type { Reason } from '../../../../../policy/grant.ts';

/** Why a field is withheld, in a few words and in a sentence. `clauses`: whether there are clauses to point at. */
export const REASONS: Readonly<Record<Reason, { readonly short: string; readonly long: string }>> = {
  NOT_COVERED: { short: 'Not covered', long: 'No clause discloses it to your agency.' },
  PURPOSE_NOT_COVERED: { short: 'Other purpose', long: 'These clauses disclose it for other purposes than yours.' },
  VIEWER_NOT_COVERED: {
    short: 'Other viewers',
    long: 'These clauses disclose it to viewers of another role, training or clearance.',
  },
  STAGE_NOT_REACHED: { short: 'Later stage', long: 'These clauses disclose it at a later stage of the purpose.' },
  QUOTA_SPENT: {
    short: 'Quota spent',
    long: "These clauses disclose it, and today's searches under them are used up.",
  },
  NOTICE_AWAITED: {
    short: 'Consent awaited',
    long: 'These clauses disclose what the originator releases or consents to. Ask it.',
  },
  NOT_IN_FORCE: {
    short: 'Not in force',
    long: 'These clauses would disclose it, but their agreement is not in force for both of you.',
  },
  WITHHELD_BY_CLAUSE: {
    short: 'Withheld by clause',
    long: 'These clauses withhold it, whatever other clauses share.',
  },
  ROW_CONDITION: {
    short: 'On some rows',
    long: 'These clauses disclose it on some rows. On the others it is null, or not in lists.',
  },
};
