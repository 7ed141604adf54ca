import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const LONGEST_WAIT_MILLISECONDS = 20_000;

/** Waits until the index has heard from every one of these agencies, so that a first search finds something. */
export async function indexed(hubUrl: string, agencies: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: hubUrl, application_name: 'concordat start' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const until = performance.now() + LONGEST_WAIT_MILLISECONDS;
    while ((await heard(client)) < agencies.length && performance.now() < until) await pause(50);
  } finally {
    await client.end();
  }
}

async function heard(client: Client): Promise<number> {
  const { rows } = await client.query<{ agencies: number }>('SELECT count(*)::int AS agencies FROM contribution');
  return rows[0]?.agencies ?? 0;
}
