import type { JSONWebKeySet } from 'jose';
import { DeclaredError } from '../schema/errors.ts';
import type { Purpose } from '../schema/purposes.ts';
import { ASSERTION_ERRORS } from './assertion-errors.ts';
import { proveAssertion, refuseClaims, signAssertion, type DueAssertion } from './assertion.ts';
import { CALLER_LIMITS as LIMITS } from './caller-limits.ts';
import { listOf, textUpTo } from './claim-shape.ts';
import type { SigningKey } from './ed25519.ts';
import { isPurpose } from './purpose-claim.ts';
import type { ReplayMemory } from './replay-memory.ts';
import type { ClauseId } from './clause-id.ts';
import type { CallerViewer } from './viewer-claims.ts';
import type { ProveViewer } from './vouched-viewer.ts';

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

/** One call of the gateway. */
export interface CallerClaims extends Omit<Caller, 'viewer'> {
  /** By which the viewer's own agency vouches for them. The gateway says nothing of the viewer itself. */
  readonly voucher: string;
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
  /** Tells for whom a voucher is, by what the subgraph itself has pinned. */
  readonly viewerOf: ProveViewer;
  /** The subgraph's own name. */
  readonly audience: string;
  /** The exact bytes that were received. */
  readonly body: Uint8Array | string;
  readonly now: Date;
  /** In which the subgraph remembers what was used. */
  readonly replays: ReplayMemory;
}

/** The assertion that goes with one call, in the header `ASSERTION_HEADER`. Good for this body and thirty seconds. */
export async function assertCaller(claims: CallerClaims, key: SigningKey): Promise<string> {
  const { assertion, now } = callerAssertion(claims);
  return signAssertion(assertion, key, now);
}

/** The same, to be signed with others. */
export function callerAssertion({ audience, body, now, ...caller }: CallerClaims): DueAssertion {
  return { assertion: { kind: KIND, issuer: GATEWAY, audience, body, claims: { ...caller } }, now };
}

/**
 * Who calls: what the gateway's signature proves first, and then for whom, which only the viewer's own agency can prove.
 * @throws DeclaredError one of `ASSERTION_ERRORS`
 */
export async function proveCaller(
  token: string | undefined,
  { keys, viewerOf, ...proof }: CallerProof,
): Promise<Caller> {
  const keysOf = (issuer: string) => (issuer === GATEWAY ? keys : undefined);
  const { voucher, purpose, ruleset, spent } = await proveAssertion(token, { kind: KIND, keysOf, ...proof });
  if ((purpose !== undefined && !isPurpose(purpose)) || typeof ruleset !== 'string') return refuseClaims();
  if (spent !== undefined && !areClauses(spent)) return refuseClaims();
  if (typeof voucher !== 'string') return refuseWithoutVoucher();
  const viewer = await viewerOf(voucher, proof.now);
  return { viewer, ...(purpose && { purpose }), ruleset, ...(spent && { spent }) };
}

function refuseWithoutVoucher(): never {
  throw new DeclaredError(ASSERTION_ERRORS.VOUCHER_INVALID, 'the assertion carries no voucher');
}

const isClauseList = listOf(textUpTo(LIMITS.clause), 1, LIMITS.spent);

function areClauses(value: unknown): value is readonly ClauseId[] {
  return isClauseList(value);
}
