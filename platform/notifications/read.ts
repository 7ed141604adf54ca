import type { Pool } from 'pg';
import type { ConflictNotificationKind, LeadNotificationKind, Notification } from './notification.ts';

/** A notification as it is kept. Those of conflicts and leads tell of no viewer and no purpose, and not always of an agency. */
export interface KeptNotification extends Omit<Notification, 'kind' | 'recipient' | 'viewer' | 'purpose'> {
  readonly id: string;
  readonly kind: Notification['kind'] | ConflictNotificationKind | LeadNotificationKind;
  readonly recipient: string | null;
  readonly viewer: string | null;
  readonly purpose: Notification['purpose'] | null;
  readonly conflict: string | null;
  readonly lead: string | null;
}

/**
 * What one originator was told, the newest first.
 * @param page `after`: the UUID of the notification after which to go on
 * @returns undefined: that id is none of this originator's
 */
export async function readNotifications(
  pool: Pool,
  originator: string,
  { after, most }: { readonly after: string | undefined; readonly most: number },
): Promise<readonly KeptNotification[] | undefined> {
  const place = after === undefined ? null : await placeOf(pool, originator, after);
  if (place === undefined) return undefined;
  const { rows } = await pool.query<KeptNotification>(PAGE, [originator, place, most]);
  return rows;
}

async function placeOf(pool: Pool, originator: string, id: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ place: string }>(PLACE, [originator, id]);
  return rows[0]?.place;
}

const PLACE = `SELECT place FROM notification.notification WHERE originator = $1 AND id = $2::uuid`;

const PAGE = `
  SELECT id, at, originator, kind, recipient, viewer, purpose, clauses, coordinates, ruleset, conflict, lead
  FROM notification.notification
  WHERE originator = $1 AND ($2::bigint IS NULL OR place < $2::bigint)
  ORDER BY place DESC LIMIT $3`;
