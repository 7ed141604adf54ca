import { Pool } from 'pg';
import { readNotifications, type KeptNotification } from '../../platform/notifications/read.ts';
import { readLedger, type LedgerEntry } from './ledger.ts';
import type { RowsAfter } from '../kit/pages.ts';

/** What the hub has recorded, as one agency may read it. */
export interface Records {
  readonly notifications: (agency: string) => RowsAfter<KeptNotification>;
  readonly disclosures: (agency: string) => RowsAfter<LedgerEntry>;
}

const TIMEOUT_MILLISECONDS = 10_000;

/** The records of a hub's database. It only reads. */
export function openRecords(hubUrl: string): Records & { stop(): Promise<void> } {
  const pool = new Pool({
    connectionString: hubUrl,
    application_name: 'concordat registry',
    max: 4,
    connectionTimeoutMillis: TIMEOUT_MILLISECONDS,
    query_timeout: TIMEOUT_MILLISECONDS,
  });
  pool.on('error', () => undefined);
  return {
    notifications: (agency) => (page) => readNotifications(pool, agency, page),
    disclosures: (agency) => (page) => readLedger(pool, agency, page),
    stop: () => pool.end(),
  };
}
