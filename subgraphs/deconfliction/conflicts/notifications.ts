import type { Telling } from '../../../policy/deconfliction.ts';
import type { ConflictNotification, ConflictNotificationKind } from '../../../platform/notifications/notification.ts';
import type { InForce } from './meeting.ts';
import type { ConflictRow } from './row.ts';

/** What there is to tell of a conflict. */
export interface News {
  readonly conflict: Pick<ConflictRow, 'id' | 'originator' | 'searcher'>;
  /** Those who are told. */
  readonly tellings: readonly Telling[];
  readonly inForce: InForce;
  /** When it happened of which they are told. */
  readonly at: Date;
}

/** Tells everybody who is told of a conflict. A party learns the other's name where an agreement discloses whom to call. */
export function notificationsOf(
  kind: ConflictNotificationKind,
  { conflict: { id, originator, searcher }, tellings, inForce, at }: News,
): readonly ConflictNotification[] {
  return tellings.map(({ agency, role, disclosure, clauses }) => {
    const other = role === 'ORIGINATOR' ? searcher : originator;
    const recipient = disclosure === 'CONTACT' && role !== 'COORDINATOR' ? other : null;
    return { at, originator: agency, kind, recipient, conflict: id, clauses, ruleset: inForce.digest };
  });
}
