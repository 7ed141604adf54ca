import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { prepareBinaries, type Binaries } from './binaries.ts';
import { ensureCluster, passwordOf, SUPERUSER } from './cluster.ts';
import { DatabaseUnavailable } from './failure.ts';
import { launch, tailOf, type LaunchOptions } from './launch.ts';
import { preparePlace, type Place } from './place.ts';
import { postmasterOf, removeStaleLock, type Postmaster } from './postmaster.ts';
import { enter, type Presence } from './presence.ts';

/** A PostgreSQL server of our own, shared by all processes that open the same home. */
export interface EmbeddedServer {
  /** Url of its database `postgres`, as superuser, on the loopback interface. */
  readonly url: string;
  /** The server's log file. */
  readonly log: string;
  /** This process no longer uses the server. The last one to say so stops it, and waits until it has ended. */
  stop(): Promise<void>;
}

/** Where and how to run the embedded server. */
export interface EmbeddedOptions extends Partial<LaunchOptions> {
  /** The folder that everything of ours lies in: `.concordat`. The server's part is `postgres` below it. */
  readonly home: string;
}

/**
 * Starts the embedded PostgreSQL, or joins the one that another process runs from the same home.
 * @throws DatabaseUnavailable with the reason, and what to do instead.
 */
export async function startEmbedded({ home, durable = true }: EmbeddedOptions): Promise<EmbeddedServer> {
  if (process.platform === 'win32') throw new DatabaseUnavailable('The embedded database needs Linux or macOS.');
  const place = preparePlace(resolve(home));
  const binaries = prepareBinaries(place.account, place.folder);
  await ensureCluster(place, binaries);
  const presence = await enter(place);
  try {
    const url = await joinOrLaunch(place, binaries, { durable });
    return { url, log: place.log, stop: () => leave(place, presence) };
  } catch (error) {
    presence.leave();
    throw error;
  }
}

/** A start can fail because of another that is under way, or because its port was taken meanwhile: try again. */
async function joinOrLaunch(place: Place, binaries: Binaries, options: LaunchOptions): Promise<string> {
  for (let tries = 0; tries < 10; tries++) {
    removeStaleLock(place.data);
    const server = (await settled(place)) ?? (await launch(place, binaries, options));
    if (server && (await answers(urlOf(place, server)))) return urlOf(place, server);
    await sleep(100);
  }
  throw new DatabaseUnavailable(
    `The embedded database does not start. Its log, \`${place.log}\`, ends:\n${tailOf(place.log)}`,
  );
}

/** The server of the data directory, once it is neither starting nor stopping. */
async function settled(place: Place): Promise<Postmaster | undefined> {
  for (;;) {
    const postmaster = postmasterOf(place.data);
    if (!postmaster || postmaster.status === 'ready') return postmaster;
    await sleep(10);
  }
}

function urlOf(place: Place, { port }: Postmaster): string {
  return `postgresql://${SUPERUSER}:${passwordOf(place)}@127.0.0.1:${port}/postgres`;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The watcher stops the server within milliseconds of its last user's leaving; while others use it, it goes on. */
async function leave(place: Place, presence: Presence): Promise<void> {
  presence.leave();
  const deadline = Date.now() + GRACE_MS;
  for (;;) {
    const postmaster = postmasterOf(place.data);
    if (!postmaster || (postmaster.status === 'ready' && Date.now() > deadline)) return;
    await sleep(10);
  }
}

/** How long a server takes at most from its last user's leaving to its stopping. */
const GRACE_MS = 500;
