import type { JSONWebKeySet } from 'jose';
import type { Purpose } from '../schema/purposes.ts';
import { proveAssertion, refuseClaims, signAssertion } from './assertion.ts';
import { CALLER_LIMITS as LIMITS } from './caller-limits.ts';
import { fits, listOf, textUpTo, type Shape } from './claim-shape.ts';
import type { SigningKey } from './ed25519.ts';
import type { Recipient } from './recipient.ts';
import { isPurpose } from './purpose-claim.ts';
import type { ClauseId } from './clause-id.ts';

const KIND = 'concordat-caller+jwt';
const GATEWAY = 'concordat-gateway';

/** For whom the gateway calls a subgraph, and what for. */
export interface Caller {
  readonly viewer: CallerViewer;
  /** Absent: the viewer stated none, and sees their own agency's data only. */
  readonly purpose?: Purpose;
  /** Digest of the gateway's ruleset. Informative: a subgraph derives its own. */
  readonly ruleset: string;
  /** Clauses that share nothing for this call: the gateway counts their quotas. Absent: none. */
  readonly spent?: readonly ClauseId[];
}

/** The person who asks, as their own agency vouched for them to the gateway. */
export interface CallerViewer extends Recipient {
  /** Unique at the viewer's agency. */
  readonly sub: string;
  readonly name?: string;
}

/** One call of the gateway. */
export interface CallerClaims extends Caller {
  /** Name of the subgraph that is called: `DEA`, `index`. */
  readonly audience: string;
  /** The exact bytes of the request's body. */
  readonly body: Uint8Array | string;
  readonly now: Date;
}

/** What a subgraph demands of a call. */
export interface CallerProof {
  /** The gateway's public keys, pinned. */
  readonly keys: JSONWebKeySet;
  /** The subgraph's own name. */
  readonly audience: string;
  /** The exact bytes that were received. */
  readonly body: Uint8Array | string;
  readonly now: Date;
}

/** The assertion that goes with one call, in the header `ASSERTION_HEADER`. Good for this body and thirty seconds. */
export async function assertCaller({ audience, body, now, ...caller }: CallerClaims, key: SigningKey): Promise<string> {
  return signAssertion({ kind: KIND, issuer: GATEWAY, audience, body, claims: { ...caller } }, key, now);
}

/**
 * Who calls, proven by the gateway's signature.
 * @throws DeclaredError one of `ASSERTION_ERRORS`
 */
export async function proveCaller(token: string | undefined, { keys, ...proof }: CallerProof): Promise<Caller> {
  const keysOf = (issuer: string) => (issuer === GATEWAY ? keys : undefined);
  const { viewer, purpose, ruleset, spent } = proveAssertion(token, { kind: KIND, keysOf, ...proof });
  if (!isViewer(viewer) || (purpose !== undefined && !isPurpose(purpose)) || typeof ruleset !== 'string')
    return refuseClaims();
  if (spent !== undefined && !areClauses(spent)) return refuseClaims();
  return { viewer, ...(purpose && { purpose }), ruleset, ...(spent && { spent }) };
}

const VIEWER: Shape<CallerViewer> = {
  sub: textUpTo(LIMITS.name),
  agency: textUpTo(LIMITS.code),
  role: textUpTo(LIMITS.name),
  name: textUpTo(LIMITS.name),
  trainings: listOf(textUpTo(LIMITS.code), 0, LIMITS.trainings),
  clearance: textUpTo(LIMITS.code),
  contactPoint: (value) => typeof value === 'boolean',
};

function isViewer(value: unknown): value is CallerViewer {
  return fits(value, VIEWER, ['sub', 'agency', 'role']);
}

const isClauseList = listOf(textUpTo(LIMITS.clause), 1, LIMITS.spent);

function areClauses(value: unknown): value is readonly ClauseId[] {
  return isClauseList(value);
}
