import { setTimeout as sleep } from 'node:timers/promises';
import { ASSERTION_HEADER } from '../policy/assertion.ts';
import type { SignBundleCall } from './bundle-call.ts';
import { BundleFeed, type BundleNews } from './bundle-feed.ts';
import { readBundle } from './bundle-wire.ts';

const ANSWER_SECONDS = 10;
const REFUSED = 'the server of agreements does not know the key that signs for this party, or its clock differs';
/** The largest bundle that is read; a document in it is at most 1 MiB. */
const MOST_BYTES = 64 * 1024 * 1024;

const FIRST_PAUSE_MILLISECONDS = 200;
const LONGEST_PAUSE_MILLISECONDS = 5_000;

/**
 * The bundle that a server offers (`GET /bundle`), and every later one as soon as the server has it: the request waits
 * there for the next. After a failure it asks again, at growing intervals of at most five seconds. The server is not
 * trusted: one that answers at once, or without end, keeps nobody busy.
 * @param sign proves each request: `bundleCaller(…)`
 * @param waitSeconds how long a request waits for news; the server confirms what it sent at least that often
 */
export function urlFeed(url: string, sign: SignBundleCall, waitSeconds = 20): BundleFeed {
  return new BundleFeed(async (tell, signal) => {
    let etag: string | undefined;
    let failures = 0;
    while (!signal.aborted) {
      const answer = await ask({ url, etag, waitSeconds, signal }, sign);
      tell(answer.news);
      etag = answer.etag;
      failures = answer.news.is === 'unreachable' ? failures + 1 : 0;
      await pause(failures, signal);
    }
  });
}

interface Answer {
  readonly news: BundleNews;
  readonly etag?: string | undefined;
}

interface Poll {
  readonly url: string;
  readonly etag: string | undefined;
  readonly waitSeconds: number;
  readonly signal: AbortSignal;
}

async function ask({ url, etag, waitSeconds, signal }: Poll, sign: SignBundleCall): Promise<Answer> {
  const address = new URL(url);
  if (etag) address.searchParams.set('wait', String(waitSeconds));
  const late = AbortSignal.timeout((waitSeconds + ANSWER_SECONDS) * 1000);
  try {
    const response = await fetch(address, {
      headers: { [ASSERTION_HEADER]: await sign(), ...(etag && { 'if-none-match': etag }) },
      redirect: 'error',
      signal: AbortSignal.any([signal, late]),
    });
    return await answerOf(response, etag);
  } catch {
    return { news: { is: 'unreachable', reason: 'the server of agreements does not answer' }, etag };
  }
}

async function answerOf(response: Response, etag: string | undefined): Promise<Answer> {
  const text = await textOf(response);
  if (response.status === 304 && etag) return { news: { is: 'same' }, etag };
  if (response.status === 401) return { news: { is: 'unreachable', reason: REFUSED }, etag };
  if (response.status !== 200) {
    return {
      news: { is: 'unreachable', reason: `the server of agreements answers with status ${response.status}` },
      etag,
    };
  }
  return { news: { is: 'bundle', bundle: readBundle(text) }, etag: response.headers.get('etag') ?? undefined };
}

/** @throws Error when there is too much of it; the rest is not read */
async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new Error('the bundle is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Twice as long after each failure, and never the same for two parties that lost the server together. */
async function pause(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** failures, LONGEST_PAUSE_MILLISECONDS);
  const milliseconds = longest * (0.5 + Math.random() / 2);
  await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
