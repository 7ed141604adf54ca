import { ASSERTION_HEADER } from '../../../policy/assertion.ts';
import { assertCaller } from '../../../policy/caller.ts';
import { makeDemoVoucher, type DemoTokenOptions } from '../../../platform/demo-token.ts';
import type { SigningKey } from '../../../policy/ed25519.ts';

/** A call to a subgraph past the gateway, by somebody who holds the gateway's key and a voucher. */
export interface DirectCall {
  readonly url: string;
  readonly audience: string;
  /** For whom, with the keys of their agency, which vouches for them. */
  readonly viewer: DemoTokenOptions;
  readonly query: string;
  readonly variables: object;
}

const PURPOSE = { area: 'drug-trafficking', use: 'investigation', case: 'TEST-1' };

/** What a subgraph answers to a valid assertion: its own lock is all that stands between. */
export async function askDirectly(call: DirectCall, key: SigningKey): Promise<{ readonly data?: never }> {
  const body = JSON.stringify({ query: call.query, variables: call.variables });
  const voucher = await makeDemoVoucher(call.viewer);
  const claims = { voucher, purpose: PURPOSE, ruleset: '', audience: call.audience, body, now: new Date() };
  const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: await assertCaller(claims, key) };
  const response = await fetch(call.url, { method: 'POST', headers, body });
  return (await response.json()) as { readonly data?: never };
}
