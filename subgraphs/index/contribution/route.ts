import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import type { Pool } from 'pg';
import { proveAgencyCall } from '../../../policy/agency-call.ts';
import { LocalReplayMemory, type ReplayMemory } from '../../../policy/replay-memory.ts';
import { assertionOf, bytesOf } from '../../kit/serve.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { contribute } from './contribute.ts';
import { answerLoad } from './load/answer.ts';
import { readLoad } from './load/read.ts';
import { readContribution } from './read.ts';

/** What the door for contributions needs. */
export interface ContributionDoor {
  readonly database: PrismaClient;
  /** Connections that can COPY, for loads. */
  readonly loads: Pool;
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
 * sequence number up to which the index has everything. `POST /contribute/bulk`: they load files of it
 * (docs/contributing.md). A refusal is answered as the kit answers one.
 */
export function serveContributions(app: FastifyInstance, door: ContributionDoor): void {
  const { database, loads, replays = new LocalReplayMemory() } = door;
  const prove = (request: FastifyRequest) => callerOf(request, { ...door, replays });
  app.post('/contribute', { bodyLimit: MOST_BYTES }, async (request) => {
    const caller = await prove(request);
    const { agency, entries } = readContribution(jsonIn(bytesOf(request)));
    refuseOthers(caller, agency);
    return { acknowledged: String(await contribute(database, agency, entries)) };
  });
  app.post('/contribute/bulk', { bodyLimit: MOST_BYTES }, async (request) => {
    const caller = await prove(request);
    const load = readLoad(jsonIn(bytesOf(request)));
    refuseOthers(caller, load.agency);
    return answerLoad(loads, load);
  });
}

type Prover = Pick<ContributionDoor, 'keysOf' | 'clock'> & { readonly replays: ReplayMemory };

function callerOf(request: FastifyRequest, { keysOf, clock, replays }: Prover): Promise<string> {
  const proof = { keysOf, audience: AUDIENCE, body: bytesOf(request), now: clock?.() ?? new Date(), replays };
  return proveAgencyCall(assertionOf(request), proof);
}

function refuseOthers(caller: string, agency: string): void {
  if (agency !== caller) refuse(INDEX_ERRORS.NOT_YOUR_CONTRIBUTION, `signed by ${caller}, but for another agency`);
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
