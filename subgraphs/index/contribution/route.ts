import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import { proveAgencyCall } from '../../../policy/agency-call.ts';
import { LocalReplayMemory, type ReplayMemory } from '../../../policy/replay-memory.ts';
import { assertionOf, bytesOf } from '../../kit/serve.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { contribute } from './contribute.ts';
import { readContribution } from './read.ts';

/** What the door for contributions needs. */
export interface ContributionDoor {
  readonly database: PrismaClient;
  /** The service keys that an agency has published; undefined: no such agency. */
  readonly keysOf: (agency: string) => JSONWebKeySet | undefined;
  /** Which assertions were used. Default: each process remembers its own. */
  readonly replays?: ReplayMemory;
  /** Default: the clock of the system. */
  readonly clock?: () => Date;
}

/** The name under which agencies sign their calls of the index. */
const AUDIENCE = 'index';

const MOST_BYTES = 16 * 1024 * 1024;

/**
 * `POST /contribute`: agencies tell the index what they hold, each signing for itself. Answers `{ acknowledged }`, the
 * sequence number up to which the index has everything. A refusal is answered as the kit answers one.
 */
export function serveContributions(app: FastifyInstance, door: ContributionDoor): void {
  const { database, keysOf, clock, replays = new LocalReplayMemory() } = door;
  app.post('/contribute', { bodyLimit: MOST_BYTES }, async (request) => {
    const body = bytesOf(request);
    const proof = { keysOf, audience: AUDIENCE, body, now: clock?.() ?? new Date(), replays };
    const caller = await proveAgencyCall(assertionOf(request), proof);
    const { agency, entries } = readContribution(jsonIn(body));
    if (agency !== caller) refuse(INDEX_ERRORS.NOT_YOUR_CONTRIBUTION, `signed by ${caller}, but for another agency`);
    return { acknowledged: String(await contribute(database, agency, entries)) };
  });
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
