import { request } from 'undici';
import { assertAgencyCall } from '../../policy/agency-call.ts';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import type { SigningKey } from '../../policy/ed25519.ts';

const TIMEOUT_MILLISECONDS = 120_000;

/** How far the index has come with a load. */
export interface LoadProgress {
  /** When it was finished, ISO 8601. */
  readonly finishedAt: string | null;
  /** Lines that it has dealt with, from the first. */
  readonly lines: number;
  /** How many of them were set aside. */
  readonly rejected: number;
  /** Of the last lines those that the index did not take in. */
  readonly refused: readonly { readonly line: number; readonly why: string }[];
}

/** Lines of a load. */
export interface LoadLines {
  /** How many lines come before these, and how many there are with them. */
  readonly from: number;
  readonly until: number;
  /** How many of them were set aside already. */
  readonly rejected: number;
  /** Up to this line all that the index refused is set aside: it need not remember it. */
  readonly kept: number;
  /** The others: `{ line, type, id, pointer }`, in JSON, with commas between them. */
  readonly entries: string;
}

/** What the index has of the agency, and how much of it the load has not brought: what its end would withdraw. */
export interface LoadRest {
  readonly held: number;
  readonly rest: number;
}

/** One answer of it, which speaks of some thousands. */
interface RestAnswer extends LoadRest {
  /** Where the next begins; null: that was all. */
  readonly next: string | null;
}

/** What the end of a load has done so far. */
export interface LoadEnd {
  readonly withdrawn: number;
  /** If not, it is to be ended again. */
  readonly finished: boolean;
}

/** A load of an agency into the hub's index. Each call can be made again when its answer is lost. */
export interface LoadCalls {
  begin(again: boolean): Promise<LoadProgress>;
  send(lines: LoadLines): Promise<LoadProgress>;
  /** It changes nothing. */
  rest(): Promise<LoadRest>;
  /** @param replace whether what the load did not bring is withdrawn */
  end(replace: boolean): Promise<LoadEnd>;
}

/** Which load, and where it goes. */
export interface LoadOptions {
  /** Where the index listens, without a path. */
  readonly indexUrl: string;
  /** Code of the agency. */
  readonly agency: string;
  /** Name of the load: the same for the same file. */
  readonly load: string;
  /** The agency's service key. */
  readonly key: SigningKey;
}

/** The index has refused a call. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** Calls `POST {indexUrl}/contribute/bulk`, each proven by the agency's service key. */
export function loadCalls({ indexUrl, agency, load, key }: LoadOptions): LoadCalls {
  const url = new URL('/contribute/bulk', indexUrl);
  const head = JSON.stringify({ agency, load }).slice(0, -1);
  const call = async <Answer>(rest: string): Promise<Answer> => {
    const body = `${head},${rest}}`;
    const assertion = await assertAgencyCall({ agency, audience: 'index', body, now: new Date() }, key);
    const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion };
    const signal = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
    const response = await request(url, { method: 'POST', headers, body, signal });
    return answerIn(response.statusCode, await response.body.text()) as Answer;
  };
  return {
    begin: (again) => call(`"step":"BEGIN","again":${again}`),
    send: ({ from, until, rejected, kept, entries }) =>
      call(
        `"step":"LINES","from":${from},"until":${until},"rejected":${rejected},"kept":${kept},"entries":[${entries}]`,
      ),
    rest: () => restOf((after) => call<RestAnswer>(`"step":"REST","after":${JSON.stringify(after)}`)),
    end: (replace) => call(`"step":"END","replace":${replace}`),
  };
}

async function restOf(ask: (after: string | null) => Promise<RestAnswer>): Promise<LoadRest> {
  let [held, rest] = [0, 0];
  for (let next: string | null = null; ;) {
    const answer = await ask(next);
    [held, rest, next] = [held + answer.held, rest + answer.rest, answer.next];
    if (next === null) return { held, rest };
  }
}

/** @throws LoadRefused when the index did not do it */
function answerIn(status: number, text: string): unknown {
  const answer = parse(text);
  if (status === 200 && answer !== undefined) return answer;
  const [error] = (answer as { errors?: readonly Told[] } | undefined)?.errors ?? [];
  throw new LoadRefused(status, error?.extensions?.code ?? `status ${status}`, error?.message ?? 'no reason given');
}

interface Told {
  readonly message?: string;
  readonly extensions?: { readonly code?: string };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
