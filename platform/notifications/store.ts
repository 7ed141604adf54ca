import { fileURLToPath } from 'node:url';
import { migrate } from '../database/migrate.ts';
import type { Notification } from './notification.ts';

const SCHEMA = 'notification';

/** Makes the store of notifications in a schema of its own of the hub's database, where it lacks. */
export async function prepareNotifications(hubUrl: string): Promise<void> {
  const url = new URL(hubUrl);
  url.searchParams.set('schema', SCHEMA);
  await migrate(url.href, fileURLToPath(new URL('./migrations', import.meta.url)));
}

/** The columns that a notification is written to. */
export const NOTIFICATION_COLUMNS = `at, originator, kind, recipient, viewer, purpose, clauses, coordinates, ruleset`;

/**
 * Writes notifications, as part of the statement that records what they tell of: both are there, or neither.
 * @param rows the SQL of a JSON array of `notificationRow`s
 */
export const insertNotifications = (rows: string): string => `
  INSERT INTO ${SCHEMA}.notification (${NOTIFICATION_COLUMNS})
  SELECT ${NOTIFICATION_COLUMNS} FROM jsonb_to_recordset(${rows}) AS told (
    at timestamptz, originator text, kind text, recipient text, viewer text, purpose jsonb, clauses text[],
    coordinates text[], ruleset text)`;

/** A notification as `insertNotifications` takes it. */
export function notificationRow({ at, ...rest }: Notification): Readonly<Record<string, unknown>> {
  return { at: at.toISOString(), ...rest };
}
