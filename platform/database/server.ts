import { DatabaseUnavailable } from './failure.ts';
import { startEmbedded, type EmbeddedServer } from './embedded.ts';
import { HUB_DATABASE } from './names.ts';
import { administrate, type Administration } from './administration.ts';

/** A PostgreSQL server with a database for the hub and one for each agency. */
export interface DatabaseServer {
  /** Url of a database, whether it exists or not. Names are those of `names.ts`. */
  urlOf(name: string): string;
  /** Creates the database when it is missing; a database of the user's own is taken as it is. Returns its url. */
  ensure(name: string): Promise<string>;
  /** A new database with all that the template has; nobody may be connected to the template. Returns its url. */
  cloneFrom(template: string, name: string): Promise<string>;
  /** Drops a database, if it is there, and whoever is connected to it. */
  drop(name: string): Promise<void>;
  /** This process no longer uses the server. An embedded one stops with its last user. */
  stop(): Promise<void>;
}

/** Where the databases are. */
export interface ServerOptions {
  /** The folder for the embedded server's data: `.concordat`. */
  readonly home: string;
  /** The hub's database on a server of the user's own; absent: the embedded server. */
  readonly databaseUrl?: string | undefined;
  /** Databases of the user's own, by name (`databasesIn`); absent: all on the one server. */
  readonly databases?: ReadonlyMap<string, string>;
  /** Whether the embedded server's commits survive a crash of the machine. Default true; false is for tests. */
  readonly durable?: boolean;
}

/**
 * Opens the server: that of `databaseUrl`, or the embedded one.
 * @throws DatabaseUnavailable with the reason, and what to do.
 */
export async function openServer(options: ServerOptions): Promise<DatabaseServer> {
  const hub = options.databaseUrl ?? options.databases?.get(HUB_DATABASE);
  const own = new Map([...(options.databases ?? []), ...(hub ? [[HUB_DATABASE, hub] as const] : [])]);
  if (hub) return serve(await administrate(hub), own, () => Promise.resolve());
  const embedded = await startEmbedded(options);
  return serve(await administrateOrStop(embedded), own, () => embedded.stop());
}

async function administrateOrStop(embedded: EmbeddedServer): Promise<Administration> {
  try {
    return await administrate(embedded.url);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** @param own Databases that are the user's: never created, cloned into or dropped. */
function serve(
  administration: Administration,
  own: ReadonlyMap<string, string>,
  release: () => Promise<void>,
): DatabaseServer {
  const urlOf = (name: string): string => own.get(name) ?? administration.urlOf(name);
  return {
    urlOf,
    ensure: async (name) => {
      if (!own.has(name)) await administration.ensure(name);
      return urlOf(name);
    },
    cloneFrom: async (template, name) => {
      refuseOwn(own, name);
      await administration.clone(template, name);
      return urlOf(name);
    },
    drop: async (name) => {
      refuseOwn(own, name);
      await administration.drop(name);
    },
    stop: async () => {
      await administration.close();
      await release();
    },
  };
}

function refuseOwn(own: ReadonlyMap<string, string>, name: string): void {
  if (own.has(name))
    throw new DatabaseUnavailable(`\`${name}\` is a database of your own: it is neither replaced nor dropped.`);
}
