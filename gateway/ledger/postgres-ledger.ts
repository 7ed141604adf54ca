import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { migrate } from '../../platform/database/migrate.ts';
import type { Notification } from '../../platform/notifications/notification.ts';
import { insertNotifications, notificationRow, prepareNotifications } from '../../platform/notifications/store.ts';
import type { Disclosure, Ledger } from './ledger.ts';

const SCHEMA = 'ledger';
const WRITE_TIMEOUT_MILLISECONDS = 5_000;

interface Waiting {
  readonly disclosure: Disclosure;
  readonly notifications: readonly Notification[];
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The ledger in a schema of its own of the hub's database. Disclosures that come while one statement is under way are
 * written together by the next, so that the ledger does not slow down with the number of viewers.
 */
export async function openPostgresLedger(hubUrl: string): Promise<Ledger> {
  const url = new URL(hubUrl);
  url.searchParams.set('schema', SCHEMA);
  await migrate(url.href, fileURLToPath(new URL('./migrations', import.meta.url)));
  await prepareNotifications(hubUrl);
  const pool = new Pool({
    connectionString: hubUrl,
    application_name: 'concordat ledger',
    max: 2,
    connectionTimeoutMillis: WRITE_TIMEOUT_MILLISECONDS,
    query_timeout: WRITE_TIMEOUT_MILLISECONDS,
  });
  pool.on('error', () => undefined);
  return new PostgresLedger(pool);
}

class PostgresLedger implements Ledger {
  readonly #pool: Pool;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  record(disclosure: Disclosure, notifications: readonly Notification[]): Promise<void> {
    return new Promise((written, failed) => {
      this.#waiting.push({ disclosure, notifications, written, failed });
      if (!this.#writing) void this.#write();
    });
  }

  ready(): Promise<unknown> {
    return this.#pool.query('SELECT FROM ledger.disclosure LIMIT 0');
  }

  async stop(): Promise<void> {
    await this.#pool.end();
  }

  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_ROWS);
      try {
        await this.#insert(batch);
      } catch (error) {
        await this.#oneByOne(batch, error);
      }
    }
    this.#writing = false;
  }

  /** A row that cannot be written stops its own answer, not those that happened to wait beside it. */
  async #oneByOne(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) return batch[0]?.failed(error);
    for (const waiting of batch) await this.#insert([waiting]).catch(waiting.failed);
  }

  async #insert(batch: readonly Waiting[]): Promise<void> {
    const told = batch.flatMap(({ notifications }) => notifications);
    await this.#pool.query(INSERT, [
      JSON.stringify(batch.map(({ disclosure }) => rowOf(disclosure))),
      JSON.stringify(told.map(notificationRow)),
    ]);
    for (const { written } of batch) written();
  }
}

const MOST_ROWS = 200;

/** INVARIANT: one statement. There is no disclosure that an originator should have been told of, and was not. */
const INSERT = `
  WITH recorded AS (
    INSERT INTO ledger.disclosure (
      at, viewer, agency, role, area, use, case_number, purpose, override, ruleset, operation, disclosed)
    SELECT at, viewer, agency, role, area, use, case_number, purpose, override, ruleset, operation, disclosed
    FROM jsonb_to_recordset($1::jsonb) AS r (
      at timestamptz, viewer text, agency text, role text, area text, use text, case_number text, purpose jsonb,
      override boolean, ruleset text, operation text, disclosed jsonb)
  )
  ${insertNotifications('$2::jsonb')}`;

function rowOf({ case: caseNumber, at, ...rest }: Disclosure): Readonly<Record<string, unknown>> {
  return { ...rest, at: at.toISOString(), case_number: caseNumber };
}
