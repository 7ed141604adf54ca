import { Client, escapeIdentifier, type Pool } from 'pg';
import { LEADS_CHANNEL } from './due.ts';
import { forgetTips, lookOnce } from './look.ts';

/** What looking for leads needs. */
export interface WatchOptions {
  /** The index's database. */
  readonly url: string;
  readonly pool: Pool;
  /** Between two looks that nobody asked for, should a notification get lost. Default 5000. */
  readonly everyMilliseconds?: number;
  readonly onTrouble?: (error: unknown) => void;
}

/** Looks at what is due as soon as it is put down, until it is stopped. Those of several replicas do not disturb each other. */
export function watchForLeads(options: WatchOptions): { stop(): Promise<void> } {
  const { url, pool, everyMilliseconds = 5_000, onTrouble = () => undefined } = options;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let round = Promise.resolve();
  let ear: Client | undefined;
  const schedule = (milliseconds: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(run, milliseconds).unref();
  };
  const listen = async () => {
    ear ??= await listening(url, {
      heard: () => schedule(0),
      lost: () => (ear = undefined),
    });
  };
  const run = () => {
    round = round
      .then(listen)
      .catch(onTrouble)
      .then(() => lookAtAll(pool, () => stopped))
      .catch(onTrouble);
    void round.finally(() => schedule(everyMilliseconds));
  };
  schedule(0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
      await ear?.end().catch(() => undefined);
    },
  };
}

async function lookAtAll(pool: Pool, isStopped: () => boolean): Promise<void> {
  while (!isStopped() && (await lookOnce(pool)));
  await forgetTips(pool);
}

interface Ear {
  readonly heard: () => void;
  readonly lost: () => void;
}

/** A connection that hears of what is put down, for as long as it stands. */
async function listening(url: string, { heard, lost }: Ear): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'concordat leads', keepAlive: true });
  client.on('notification', heard);
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  await client.query(`LISTEN ${escapeIdentifier(LEADS_CHANNEL)}`);
  return client;
}
