import { request } from 'undici';
import { assertAgencyCall } from '../../policy/agency-call.ts';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import type { SigningKey } from '../../policy/ed25519.ts';

const TIMEOUT_MILLISECONDS = 30_000;

/** One change of what an agency holds, for the hub's index: a pointer and labels, never content. */
export interface PointerEntry {
  /** Rises from entry to entry; what the index has taken in it passes over. */
  readonly sequence: bigint;
  readonly type: string;
  readonly id: string;
}

/** What one call tells the index. */
export interface PointerBatch {
  /** Code of the agency. */
  readonly agency: string;
  readonly entries: readonly PointerEntry[];
}

/** Sends a batch, and tells up to which sequence number the index has everything. */
export type SendPointers = (batch: PointerBatch, signal?: AbortSignal) => Promise<{ readonly acknowledged: bigint }>;

/**
 * Contributes to the hub's index, `POST {indexUrl}/contribute`, proven by the agency's service key. A batch that fails
 * is to be sent again: the index takes every entry in once.
 * @param indexUrl where the index listens, without a path
 * @param key the service key at the moment
 */
export function pointerSender(indexUrl: string, key: () => SigningKey): SendPointers {
  const url = new URL('/contribute', indexUrl);
  return async (batch, signal) => {
    const body = JSON.stringify(batch, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
    const assertion = await assertAgencyCall({ agency: batch.agency, audience: 'index', body, now: new Date() }, key());
    const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion };
    const late = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
    const over = signal ? AbortSignal.any([signal, late]) : late;
    const response = await request(url, { method: 'POST', headers, body, signal: over });
    return readAcknowledgement(response.statusCode, await response.body.text());
  };
}

/** @throws Error when the index has refused; its declared code is in the message */
function readAcknowledgement(status: number, text: string): { readonly acknowledged: bigint } {
  const answer = parse(text);
  if (status === 200 && 'acknowledged' in answer && /^-?\d{1,18}$/.test(String(answer.acknowledged))) {
    return { acknowledged: BigInt(String(answer.acknowledged)) };
  }
  throw new Error(`the index did not take the batch: status ${status}, ${codeOf(answer)}`);
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function codeOf(answer: object): string {
  const [error] = 'errors' in answer && Array.isArray(answer.errors) ? (answer.errors as readonly unknown[]) : [];
  const code = (error as { extensions?: { code?: unknown } } | undefined)?.extensions?.code;
  return typeof code === 'string' ? code : 'no reason given';
}
