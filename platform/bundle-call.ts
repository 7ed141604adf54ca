import type { JSONWebKeySet } from 'jose';
import { assertAgencyCall, proveAgencyCall } from '../policy/agency-call.ts';
import type { SigningKey } from '../policy/ed25519.ts';
import { LocalReplayMemory } from '../policy/replay-memory.ts';

/** Whom a call of `GET /bundle` is for, and what is signed in the place of a body, which it has not. */
const CALL = { audience: 'registry', body: 'GET /bundle' } as const;

/** Under which name the exchange's own servers ask: the gateway and the index. No agency has such a code. */
export const EXCHANGE = 'concordat-gateway';

/** Signs one call of `GET /bundle`; another assertion for every call. */
export type SignBundleCall = () => Promise<string>;

/**
 * Signs calls of `GET /bundle`.
 * @param caller the agency's code, with its service key; or `EXCHANGE`, with the gateway's key
 */
export function bundleCaller(caller: string, key: () => SigningKey): SignBundleCall {
  return () => assertAgencyCall({ agency: caller, ...CALL, now: new Date() }, key());
}

/**
 * Checks who calls `GET /bundle`.
 * @param keysOf service keys of an agency, and under `EXCHANGE` the gateway's; undefined: nobody known
 * @returns who calls; it rejects with one of `ASSERTION_ERRORS`
 */
export function bundleCallProof(
  keysOf: (caller: string) => JSONWebKeySet | undefined,
): (assertion: string | undefined) => Promise<string> {
  const replays = new LocalReplayMemory();
  return (assertion) => proveAgencyCall(assertion, { ...CALL, keysOf, now: new Date(), replays });
}
