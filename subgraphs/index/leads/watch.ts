import { Client, escapeIdentifier, type Pool } from 'pg';
import { LEADS_CHANNEL } from './due.ts';
import { forgetTips } from './forget.ts';
import { lookOnce, putDownAgain } from './look.ts';

/** What looking for leads needs. */
export interface WatchOptions {
  /** The index's database. */
  readonly url: string;
  readonly pool: Pool;
  /** Between two looks that nobody asked for, should a notification get lost. Default 5000. */
  readonly everyMilliseconds?: number;
  /** Between two times at which old tips are forgotten. Default 600,000. */
  readonly forgetEveryMilliseconds?: number;
  readonly onTrouble?: (error: unknown) => void;
}

/** Something that is done again and again. */
interface Repeated {
  /** Does it at once, unless it is being done: then once more after that. */
  soon(): void;
  stop(): Promise<void>;
}

/** Looks at what is due as soon as it is put down, until it is stopped. Those of several replicas do not disturb each other. */
export function watchForLeads(options: WatchOptions): { stop(): Promise<void> } {
  const { url, pool, everyMilliseconds = 5_000, forgetEveryMilliseconds = 600_000 } = options;
  const onTrouble = options.onTrouble ?? (() => undefined);
  let isStopped = false;
  let after: string | undefined;
  let ear: Client | undefined;
  const listen = async () => {
    ear ??= await listening(url, { heard: () => looks.soon(), lost: () => (ear = undefined) });
  };
  const look = async () => {
    if (isStopped) return;
    await listen().catch(onTrouble);
    await putDownAgain(pool);
    // INVARIANT: it ends with the turn at hand, which takes no more than some seconds.
    while (!isStopped) {
      const turn = await lookOnce(pool, { after, onTrouble });
      if (!turn) return;
      after = turn.agency;
    }
  };
  const looks = repeat(look, everyMilliseconds, onTrouble);
  // However long looks take: what is to be forgotten does not wait for them.
  const forgetting = repeat(() => forgetTips(pool), forgetEveryMilliseconds, onTrouble);
  return {
    async stop() {
      isStopped = true;
      await Promise.all([looks.stop(), forgetting.stop()]);
      await ear?.end().catch(() => undefined);
    },
  };
}

function repeat(work: () => Promise<void>, everyMilliseconds: number, onTrouble: (error: unknown) => void): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let round = Promise.resolve();
  const schedule = (milliseconds: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(run, milliseconds).unref();
  };
  const run = () => {
    round = round.then(work).catch(onTrouble);
    void round.finally(() => schedule(everyMilliseconds));
  };
  schedule(0);
  return {
    soon: () => schedule(0),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
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
