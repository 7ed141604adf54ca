import type { Hit } from '../search/hit.ts';
import type { LeadRule } from './rules.ts';

/** How a lead stands. */
export type LeadStatus = 'NEW' | 'ACCEPTED' | 'DECLINED' | 'WORKED';

/** Why a lead was declined. */
export type DeclineReason = 'KNOWN_ALREADY' | 'NOT_OURS' | 'NO_CAPACITY' | 'NOT_ACTIONABLE';

/** What came of a lead. */
export type LeadOutcome = 'ARREST' | 'SEIZURE' | 'INFORMATION' | 'MERGED' | 'NOTHING';

/** What somebody has said of a lead. */
export interface LeadAnswer {
  readonly status: LeadStatus;
  readonly reason: DeclineReason | null;
  readonly outcome: LeadOutcome | null;
  /** ISO 8601. */
  readonly answeredAt: string | null;
}

/** Something that happened to a lead. */
export interface LeadEvent {
  readonly id: string;
  readonly at: string;
  readonly event: 'ENTERED' | 'ACCEPTED' | 'DECLINED' | 'WORKED';
  readonly agency: string;
  readonly officer: string;
  readonly reason: DeclineReason | null;
  readonly outcome: LeadOutcome | null;
  readonly remark: string | null;
}

/** A lead that a viewer may see. */
export interface SeenLead extends LeadAnswer {
  readonly id: string;
  /** Its place among all leads; it stays inside. */
  readonly arrived: string;
  readonly rule: LeadRule;
  /** Whose lead it is, and who led there. */
  readonly agency: string;
  readonly contributor: string;
  /** Where it is routed. */
  readonly districts: readonly string[];
  readonly newDistricts: readonly string[];
  readonly ownCase: string | null;
  /** The other agency's case, as far as it is disclosed; undefined for what was entered. */
  readonly other: Hit | undefined;
  /** Numbers of the sources in the other case by which the two met, as far as they may be searched by. */
  readonly sources: readonly number[];
  readonly area: string | null;
  readonly words: string | null;
  readonly sought: unknown;
  /** What the other side has said of what the two have in common. */
  readonly feedback: readonly LeadAnswer[];
  readonly history: readonly LeadEvent[];
}
