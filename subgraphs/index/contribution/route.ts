import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import { proveAgencyCall } from '../../../policy/agency-call.ts';
import { ASSERTION_HEADER } from '../../../policy/assertion.ts';
import { DeclaredError } from '../../../schema/errors.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { contribute } from './contribute.ts';
import { readContribution } from './read.ts';

/** What the door for contributions needs. */
export interface ContributionDoor {
  readonly database: PrismaClient;
  /** The service keys that an agency has published; undefined: no such agency. */
  readonly keysOf: (agency: string) => JSONWebKeySet | undefined;
  /** Default: the clock of the system. */
  readonly now?: () => Date;
}

/** The name under which agencies sign their calls of the index. */
const AUDIENCE = 'index';

const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

/**
 * `POST /contribute`: agencies tell the index what they hold, each signing for itself. Answers `{ acknowledged }`, the
 * sequence number up to which the index has everything, or `{ error: { code, message } }`.
 */
export async function serveContributions(app: FastifyInstance, door: ContributionDoor): Promise<void> {
  await app.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    scope.post('/contribute', { bodyLimit: BODY_LIMIT_BYTES }, (request, reply) => answer(request, reply, door));
    done();
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, door: ContributionDoor): Promise<unknown> {
  try {
    return { acknowledged: String(await take(request, door)) };
  } catch (error) {
    const declared = error instanceof DeclaredError ? error : failed(error, request);
    const { code, status } = declared.declaration;
    return reply.status(status).send({ error: { code, message: declared.message } });
  }
}

async function take({ headers, body }: FastifyRequest, { database, keysOf, now }: ContributionDoor): Promise<bigint> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const token = headers[ASSERTION_HEADER];
  const proof = { keysOf, audience: AUDIENCE, body: bytes, now: now?.() ?? new Date() };
  const caller = await proveAgencyCall(typeof token === 'string' ? token : undefined, proof);
  const { agency, entries } = readContribution(jsonIn(bytes));
  if (agency !== caller) refuse(INDEX_ERRORS.NOT_YOUR_CONTRIBUTION, `signed by ${caller}, but for another agency`);
  return contribute(database, agency, entries);
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What went wrong is for the log: it may quote what was contributed. */
function failed(error: unknown, { log }: FastifyRequest): DeclaredError {
  log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'a contribution could not be taken in');
  return new DeclaredError(INDEX_ERRORS.CONTRIBUTION_FAILED, 'the index could not take the contribution in');
}
