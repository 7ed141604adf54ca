import type { Purpose } from '../../schema/purposes.ts';

/**
 * Why an originator is told. `disclosure`: a clause obliges to tell. `override`: a threat to life released what clauses
 * withhold. `silent-hit`: somebody searched, and learned nothing, by what a clause names.
 */
export type NotificationKind = 'disclosure' | 'override' | 'silent-hit';

/** What an originator is told of one answer. Never a value. */
export interface Notification {
  readonly at: Date;
  /** Who is told. */
  readonly originator: string;
  readonly kind: NotificationKind;
  /** The viewer's agency. */
  readonly recipient: string;
  /** The viewer, as that agency knows them. */
  readonly viewer: string;
  readonly purpose: ToldPurpose;
  readonly clauses: readonly string[];
  /** What was asked of the originator under these clauses. */
  readonly coordinates: readonly string[];
  /** Digest of the agreements in force. */
  readonly ruleset: string;
}

/**
 * Why an agency is told of a conflict of de-confliction. `conflict`: its target or operation has met another's.
 * `conflict-answered`: another one that was told has answered, or there is nothing left to answer. `conflict-escalated`: an
 * answer is overdue.
 */
export type ConflictNotificationKind = 'conflict' | 'conflict-answered' | 'conflict-escalated';

/** What an agency is told of a conflict. Never a value, and never more than an agreement says. */
export interface ConflictNotification {
  readonly at: Date;
  /** Who is told. */
  readonly originator: string;
  readonly kind: ConflictNotificationKind;
  /** The other agency, where it may be named. */
  readonly recipient: string | null;
  /** By which the agency finds the conflict; null: it is told that there is one, and no more. */
  readonly conflict: string | null;
  readonly clauses: readonly string[];
  /** Digest of the agreements in force. */
  readonly ruleset: string;
}

/**
 * Why an agency is told of a lead. `lead`: another one entered it for this one. `lead-answered`: another one has said what
 * becomes of a lead that this one entered, or of what both have in common.
 */
export type LeadNotificationKind = 'lead' | 'lead-answered';

/** What an agency is told of a lead. Never what it says. */
export interface LeadNotification {
  readonly at: Date;
  /** Who is told. */
  readonly originator: string;
  readonly kind: LeadNotificationKind;
  /** The other agency, where it may be named. */
  readonly recipient: string | null;
  /** By which the agency finds the lead. */
  readonly lead: string;
  readonly clauses: readonly string[];
  /** Digest of the agreements in force. */
  readonly ruleset: string;
}

/** A purpose as others are told of it: the matches may be with objects of third parties. */
export type ToldPurpose = Omit<Purpose, 'matches'>;

/** What others are told of a purpose. */
export function toldOf({ matches: _, ...told }: Purpose): ToldPurpose {
  return told;
}
