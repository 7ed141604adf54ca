import { setTimeout as sleep } from 'node:timers/promises';
import { BundleFeed, type BundleNews } from './bundle-feed.ts';
import { readBundle } from './bundle-wire.ts';

const ANSWER_SECONDS = 10;
const FIRST_PAUSE_MILLISECONDS = 200;
const LONGEST_PAUSE_MILLISECONDS = 5_000;

/**
 * The bundle that a server offers (`GET /bundle`), and every later one as soon as the server has it: the request waits
 * there for the next. After a failure it asks again, at growing intervals of at most five seconds.
 * @param waitSeconds how long a request waits for news; the server confirms what it sent at least that often
 */
export function urlFeed(url: string, waitSeconds = 20): BundleFeed {
  return new BundleFeed(async (tell, signal) => {
    let etag: string | undefined;
    let failures = 0;
    while (!signal.aborted) {
      const answer = await ask(url, etag, waitSeconds, signal);
      tell(answer.news);
      etag = answer.etag;
      failures = answer.news.is === 'unreachable' ? failures + 1 : 0;
      if (failures > 0 || !etag) await pause(failures, signal);
    }
  });
}

interface Answer {
  readonly news: BundleNews;
  readonly etag?: string | undefined;
}

async function ask(url: string, etag: string | undefined, waitSeconds: number, signal: AbortSignal): Promise<Answer> {
  const address = new URL(url);
  if (etag) address.searchParams.set('wait', String(waitSeconds));
  const late = AbortSignal.timeout((waitSeconds + ANSWER_SECONDS) * 1000);
  try {
    const response = await fetch(address, {
      headers: etag ? { 'if-none-match': etag } : {},
      redirect: 'error',
      signal: AbortSignal.any([signal, late]),
    });
    return await answerOf(response, etag);
  } catch {
    return { news: { is: 'unreachable', reason: 'the server of agreements does not answer' }, etag };
  }
}

async function answerOf(response: Response, etag: string | undefined): Promise<Answer> {
  const text = await response.text();
  if (response.status === 304 && etag) return { news: { is: 'same' }, etag };
  if (response.status !== 200) {
    return {
      news: { is: 'unreachable', reason: `the server of agreements answers with status ${response.status}` },
      etag,
    };
  }
  return { news: { is: 'bundle', bundle: readBundle(text) }, etag: response.headers.get('etag') ?? undefined };
}

/** Twice as long after each failure, and never the same for two parties that lost the server together. */
async function pause(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** failures, LONGEST_PAUSE_MILLISECONDS);
  const milliseconds = longest * (0.5 + Math.random() / 2);
  await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
