import type { Pool } from 'pg';

/** For how long after it was closed the hub keeps what a tip says. */
const TIPS_KEPT_DAYS = 30;

/** Takes away what tips say that are closed for long enough, and counts of days that are over. */
export async function forgetTips(pool: Pool): Promise<void> {
  await pool.query(FORGET, [TIPS_KEPT_DAYS]);
  await pool.query(`DELETE FROM tips_entered WHERE day < (now() AT TIME ZONE 'UTC')::date - 1`);
}

const FORGET = `
  UPDATE lead SET words = NULL, sought = NULL
  WHERE words IS NOT NULL AND closed_at < now() - make_interval(days => $1::int)`;
