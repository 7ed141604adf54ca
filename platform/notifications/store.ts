import { fileURLToPath } from 'node:url';
import { migrate } from '../database/migrate.ts';
import type { ConflictNotification, LeadNotification, Notification } from './notification.ts';

const SCHEMA = 'notification';

/** Makes the store of notifications in a schema of its own of the hub's database, where it lacks. */
export async function prepareNotifications(hubUrl: string): Promise<void> {
  const url = new URL(hubUrl);
  url.searchParams.set('schema', SCHEMA);
  await migrate(url.href, fileURLToPath(new URL('./migrations', import.meta.url)));
}

const COLUMNS = `at, originator, kind, recipient, viewer, purpose, clauses, coordinates, ruleset, conflict, lead`;

/**
 * SQL that writes notifications: it stands around that of a JSON array of `notificationRow`s, of which a condition on
 * `told` may follow. It goes with the statement that finds or records what they tell of: both are done, or neither.
 */
export const INSERT_NOTIFICATIONS = {
  before: `INSERT INTO ${SCHEMA}.notification (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_to_recordset(`,
  after: `) AS told (
    at timestamptz, originator text, kind text, recipient text, viewer text, purpose jsonb, clauses text[],
    coordinates text[], ruleset text, conflict uuid, lead uuid)`,
} as const;

/**
 * The SQL of `INSERT_NOTIFICATIONS` as a text.
 * @param rows SQL of the JSON array: `$1::jsonb`
 */
export function insertNotifications(rows: string): string {
  return `${INSERT_NOTIFICATIONS.before} ${rows} ${INSERT_NOTIFICATIONS.after}`;
}

/** A notification as `INSERT_NOTIFICATIONS` takes it. */
export function notificationRow({ at, ...rest }: Notification): Readonly<Record<string, unknown>> {
  return { at: at.toISOString(), ...rest };
}

/** A notification of a conflict as `INSERT_NOTIFICATIONS` takes it. */
export function conflictNotificationRow({ at, ...rest }: ConflictNotification): Readonly<Record<string, unknown>> {
  return { at: at.toISOString(), coordinates: [], ...rest };
}

/** A notification of a lead as `INSERT_NOTIFICATIONS` takes it. */
export function leadNotificationRow({ at, ...rest }: LeadNotification): Readonly<Record<string, unknown>> {
  return { at: at.toISOString(), coordinates: [], ...rest };
}
