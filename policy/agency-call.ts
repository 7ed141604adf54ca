import type { JSONWebKeySet } from 'jose';
import { proveAssertion, signAssertion } from './assertion.ts';
import type { SigningKey } from './ed25519.ts';
import type { ReplayMemory } from './replay-memory.ts';

const KIND = 'concordat-agency-call+jwt';

/** One call of an agency's own subgraph to the hub. */
export interface AgencyCall {
  /** Code of the agency that calls. */
  readonly agency: string;
  /** Name of the subgraph that is called: `index`. */
  readonly audience: string;
  /** The exact bytes of the request's body. */
  readonly body: Uint8Array | string;
  readonly now: Date;
}

/** What the hub demands of an agency's call. */
export interface AgencyCallProof {
  /** The agency's published service keys; undefined: no such agency. */
  readonly keysOf: (agency: string) => JSONWebKeySet | undefined;
  readonly audience: string;
  /** The exact bytes that were received. */
  readonly body: Uint8Array | string;
  readonly now: Date;
  /** In which the receiver remembers what was used. */
  readonly replays: ReplayMemory;
}

/** The assertion that goes with one call, signed with the agency's service key. */
export async function assertAgencyCall({ agency, audience, body, now }: AgencyCall, key: SigningKey): Promise<string> {
  return signAssertion({ kind: KIND, issuer: agency, audience, body, claims: {} }, key, now);
}

/**
 * The code of the agency that calls, proven by its service key.
 * @throws DeclaredError one of `ASSERTION_ERRORS`
 */
export async function proveAgencyCall(token: string | undefined, proof: AgencyCallProof): Promise<string> {
  return (await proveAssertion(token, { kind: KIND, ...proof })).iss;
}
