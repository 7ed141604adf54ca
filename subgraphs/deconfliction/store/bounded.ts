import type { PoolClient } from 'pg';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { Database } from './database.ts';

/** How much of the connections some work may have. */
export interface Share {
  /** So many transactions of it run at once. */
  readonly most: number;
  /** How long one more waits for its turn. */
  readonly patienceMilliseconds: number;
}

interface Waiting {
  readonly begin: () => void;
}

/**
 * The same database for work that may not have all of its connections: what reads, and what looks after the rest, finds
 * one whatever is being written. Who comes first is first.
 * @throws DeclaredError `DECONFLICTION_BUSY` (`connect`) when the turn of a transaction does not come
 */
export function bounded(database: Database, { most, patienceMilliseconds }: Share): Database {
  const waiting = new Set<Waiting>();
  let running = 0;

  async function turn(): Promise<void> {
    if (running++ < most) return;
    const came = await new Promise<boolean>((resolve) => {
      const one = { begin: () => (clearTimeout(timer), resolve(true)) };
      const timer = setTimeout(() => resolve(!waiting.delete(one)), patienceMilliseconds);
      waiting.add(one);
    });
    if (came) return;
    running--;
    refuse(DECONFLICTION_ERRORS.DECONFLICTION_BUSY, 'too much else is being written');
  }

  function giveBack(): void {
    running--;
    const [next] = waiting;
    if (next && waiting.delete(next)) next.begin();
  }

  async function connect(): Promise<PoolClient> {
    await turn();
    try {
      return givingBack(await database.connect(), giveBack);
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  return { query: database.query.bind(database), end: () => database.end(), connect };
}

/** A connection that gives back the turn, too, when it is released. */
function givingBack(client: PoolClient, giveBack: () => void): PoolClient {
  const release = (broken?: boolean | Error) => {
    client.release(broken);
    giveBack();
  };
  return { query: client.query.bind(client), release } as unknown as PoolClient;
}
