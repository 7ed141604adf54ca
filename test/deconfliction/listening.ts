import type { PoolClient } from 'pg';
import type { Database } from '../../subgraphs/deconfliction/store/database.ts';

type Query = (...args: readonly unknown[]) => Promise<{ readonly command: string; readonly rowCount: number | null }>;

/** A database that tells of every statement that it runs, and of how many rows the statement wrote. */
export function listeningTo(database: Database): { readonly database: Database; readonly heard: readonly string[] } {
  const heard: string[] = [];
  const hearing =
    (query: Query): Query =>
    async (...args) => {
      const result = await query(...args);
      heard.push(`${result.command === 'SELECT' ? '-' : result.rowCount} ${String(args[0])}`);
      return result;
    };
  const hearingClient = (client: PoolClient) =>
    ({
      query: hearing(client.query.bind(client)),
      release: client.release.bind(client),
    }) as unknown as PoolClient;
  const listening = {
    query: hearing(database.query.bind(database)),
    connect: async () => hearingClient(await database.connect()),
    end: () => database.end(),
  };
  return { database: listening as unknown as Database, heard };
}
