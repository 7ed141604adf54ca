import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import type { ReplayMemory } from '../../../policy/replay-memory.ts';
import { addAgencyRoute } from '../../kit/agency-route.ts';
import type { InForce } from '../conflicts/meeting.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { Database } from '../store/database.ts';
import { bounded } from '../store/bounded.ts';
import { Queues } from './queues.ts';
import { readCases } from './read.ts';
import { takeInCases } from './take-in.ts';

/** What the door for cases needs. */
export interface CaseDoor {
  readonly database: Database;
  readonly inForceAt: (now: Date) => InForce;
  /** The service keys that an agency has published; undefined: no such agency. */
  readonly keysOf: (agency: string) => JSONWebKeySet | undefined;
  /** Called when something was taken in. */
  readonly onTaken?: () => void;
  /** Which assertions were used. Default: each process remembers its own. */
  readonly replays?: ReplayMemory;
  readonly onTrouble?: (error: unknown) => void;
}

/** As much as the index reads of the same outbox. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Of the connections, whatever agencies send: each part of a contribution waits for its turn. */
const SHARE = { most: 2, patienceMilliseconds: 10_000 };

/**
 * `POST /contribute`: agencies tell of the cases that they work, each signing for itself. Answers `{ acknowledged }`, the
 * sequence number up to which there is everything.
 */
export function serveCases(app: FastifyInstance, door: CaseDoor): void {
  const { inForceAt, onTaken = () => undefined, ...rest } = door;
  const database = bounded(door.database, SHARE);
  const queues = new Queues();
  addAgencyRoute(app, {
    ...rest,
    path: '/contribute',
    audience: 'deconfliction',
    mostBytes: MOST_BYTES,
    handle: async (caller, body) => {
      const contribution = readCases(body);
      if (contribution.agency !== caller)
        refuse(DECONFLICTION_ERRORS.NOT_YOUR_CONTRIBUTION, `signed by ${caller}, but for another agency`);
      const now = new Date();
      const acknowledged = await queues.take(caller, () => takeInCases(database, contribution, inForceAt(now), now));
      onTaken();
      return { acknowledged };
    },
  });
}
