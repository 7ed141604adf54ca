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

/** The hub has not taken a batch. */
export class ContributionRefused extends Error {
  override readonly name = 'ContributionRefused';

  constructor(
    readonly receiver: string,
    readonly status: number,
    /** Of the declared error; `UNDECLARED` when what came back was none. */
    readonly code: string,
    /** Numbers of the entries without which the others may be taken; none: it does not tell. */
    readonly refused: readonly bigint[] = [],
  ) {
    super(`${receiver === 'index' ? 'the index' : receiver} did not take the batch: status ${status}, ${code}`);
  }

  /** Whether it is an entry that is refused, and not the call: the others may be taken without it. */
  get isOfEntries(): boolean {
    return OF_ENTRIES.includes(this.code);
  }

  /** Whether fewer entries at once may be taken. */
  get isTooLarge(): boolean {
    return this.status === 413;
  }
}

const OF_ENTRIES = ['BAD_CONTRIBUTION', 'FOREIGN_POINTER'];

/**
 * Contributes to the hub's index, `POST {indexUrl}/contribute`, proven by the agency's service key. A batch that fails
 * is to be sent again: the index takes every entry in once.
 * @param indexUrl where the index listens, without a path
 * @param key the service key at the moment
 */
export function pointerSender(indexUrl: string, key: () => SigningKey): SendPointers {
  return sender('index', indexUrl, key);
}

/**
 * Tells the hub's de-confliction of the agency's cases, of which each that is worked is a target as long as it is open, in
 * the same way. What speaks of no case is not sent.
 * @param deconflictionUrl where de-confliction listens, without a path
 * @param key the service key at the moment
 */
export function caseSender(deconflictionUrl: string, key: () => SigningKey): SendPointers {
  const send = sender('deconfliction', deconflictionUrl, key);
  return async ({ agency, entries }, signal) => {
    const cases = entries.filter(({ type }) => type === 'CASE');
    const [last, lastCase] = [entries.at(-1)?.sequence ?? -1n, cases.at(-1)?.sequence];
    if (lastCase === undefined) return { acknowledged: last };
    const { acknowledged } = await send({ agency, entries: cases }, signal);
    return { acknowledged: acknowledged >= lastCase ? last : acknowledged };
  };
}

function sender(audience: string, hubUrl: string, key: () => SigningKey): SendPointers {
  const url = new URL('/contribute', hubUrl);
  return async (batch, signal) => {
    const body = JSON.stringify(batch, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
    const assertion = await assertAgencyCall({ agency: batch.agency, audience, body, now: new Date() }, key());
    const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion };
    const late = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
    const over = signal ? AbortSignal.any([signal, late]) : late;
    const response = await request(url, { method: 'POST', headers, body, signal: over });
    return readAcknowledgement(audience, response.statusCode, await response.body.text());
  };
}

/** @throws ContributionRefused */
function readAcknowledgement(receiver: string, status: number, text: string): { readonly acknowledged: bigint } {
  const answer = parse(text);
  if (status === 200 && 'acknowledged' in answer && /^-?\d{1,18}$/.test(String(answer.acknowledged))) {
    return { acknowledged: BigInt(String(answer.acknowledged)) };
  }
  const extensions = extensionsIn(answer);
  throw new ContributionRefused(receiver, status, codeIn(extensions), refusedIn(extensions));
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

interface Extensions {
  readonly code?: unknown;
  readonly refused?: unknown;
}

function extensionsIn(answer: object): Extensions {
  const [error] = 'errors' in answer && Array.isArray(answer.errors) ? (answer.errors as readonly unknown[]) : [];
  return (error as { extensions?: Extensions } | undefined)?.extensions ?? {};
}

/** INVARIANT: it goes into logs, so it is nothing but a code. */
function codeIn({ code }: Extensions): string {
  return typeof code === 'string' && /^[A-Z_]{1,64}$/.test(code) ? code : 'UNDECLARED';
}

function refusedIn({ refused }: Extensions): readonly bigint[] {
  const list: readonly unknown[] = Array.isArray(refused) ? refused : [];
  return list.flatMap((number) => (/^\d{1,18}$/.test(String(number)) ? BigInt(String(number)) : []));
}
