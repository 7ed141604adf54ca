import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import { proveAgencyCall } from '../../policy/agency-call.ts';
import { LocalReplayMemory, type ReplayMemory } from '../../policy/replay-memory.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { refusalOf } from './answer.ts';
import { KIT_ERRORS } from './errors.ts';
import { assertionOf, bytesOf } from './serve.ts';

/** A route of the hub that agencies call by their own service keys. */
export interface AgencyRoute {
  /** `/contribute`. */
  readonly path: string;
  /** Name of the subgraph that is called: `index`. */
  readonly audience: string;
  /** The service keys that an agency has published; undefined: no such agency. */
  readonly keysOf: (agency: string) => JSONWebKeySet | undefined;
  /** @param agency proven, whatever the body says */
  readonly handle: (agency: string, body: unknown) => Promise<object>;
  /** Which assertions were used. Default: each process remembers its own. */
  readonly replays?: ReplayMemory;
  /** The largest body that is read, in bytes. Default: that of a request to the subgraph. */
  readonly mostBytes?: number;
  readonly onTrouble?: (error: unknown) => void;
}

/** Adds the route to an app of `serveSubgraph` (`routes`). Whole numbers without bound travel as text. */
export function addAgencyRoute(app: FastifyInstance, route: AgencyRoute): void {
  const replays = route.replays ?? new LocalReplayMemory();
  const limit = route.mostBytes === undefined ? {} : { bodyLimit: route.mostBytes };
  app.post(route.path, limit, async (request, reply) => {
    const { status, body } = await answer({ ...route, replays }, bytesOf(request), assertionOf(request));
    return reply.code(status).type('application/json; charset=utf-8').send(body);
  });
}

async function answer(
  route: AgencyRoute & Required<Pick<AgencyRoute, 'replays'>>,
  body: Uint8Array,
  assertion: string | undefined,
) {
  const { keysOf, audience, handle, replays, onTrouble = () => undefined } = route;
  try {
    const agency = await proveAgencyCall(assertion, { keysOf, audience, body, now: new Date(), replays });
    const told = await handle(agency, parse(body));
    return {
      status: 200,
      body: JSON.stringify(told, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    };
  } catch (error) {
    return refusalOf(error, onTrouble);
  }
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    throw new DeclaredError(KIT_ERRORS.REQUEST_UNREADABLE, 'the body is not JSON');
  }
}
