import type { Telling } from '../../../policy/deconfliction.ts';
import type { ConflictNotification, ConflictNotificationKind } from '../../../platform/notifications/notification.ts';
import type { DeclaredMeeting } from './meeting.ts';

/** What there is to tell of a conflict. */
export interface News {
  readonly id: string;
  readonly meeting: DeclaredMeeting;
  /** Those who are told. */
  readonly tellings: readonly Telling[];
  /** Digest of the agreements in force. */
  readonly ruleset: string;
  readonly at: Date;
}

/** Tells everybody who is told of a conflict. A party learns the other's name where an agreement discloses whom to call. */
export function notificationsOf(
  kind: ConflictNotificationKind,
  { id, meeting, tellings, ruleset, at }: News,
): readonly ConflictNotification[] {
  return tellings.map(({ agency, role, disclosure, clauses }) => {
    const other = role === 'ORIGINATOR' ? meeting.searcher.agency : meeting.originator.agency;
    const recipient = disclosure === 'CONTACT' && role !== 'COORDINATOR' ? other : null;
    return { at, originator: agency, kind, recipient, conflict: id, clauses, ruleset };
  });
}
