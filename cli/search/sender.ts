import { setTimeout as sleep } from 'node:timers/promises';

/** Where selectors are sent, by whom and what for. */
export interface Asking {
  readonly url: URL;
  readonly token: string;
  readonly purpose: string;
}

/** A line of an answer: of a selector by its place among those that were sent, from 1, or (`done`) the last one. */
export interface AnswerLine {
  readonly line?: number;
  readonly done?: boolean;
  readonly records?: { readonly count: number };
  readonly cases?: { readonly count: number };
  readonly error?: { readonly code: string; readonly message: string };
  readonly spent?: readonly string[];
  readonly [what: string]: unknown;
}

/** The gateway refused, or its answer broke off: the message says how. */
export class SearchFailed extends Error {
  override readonly name = 'SearchFailed';
}

const MOST_WAITS = 5;
const LONGEST_WAIT_SECONDS = 70;

/** Sends lines in one batch, and hands over each line of the answer as it comes. @throws SearchFailed */
export async function sendBatch(
  lines: readonly string[],
  asking: Asking,
  take: (line: AnswerLine) => void,
): Promise<void> {
  const response = await posted(lines.join('\n'), asking);
  let isWhole = false;
  for await (const line of linesIn(response)) {
    const answer = JSON.parse(line) as AnswerLine;
    isWhole ||= answer.done === true;
    take(answer);
  }
  if (!isWhole) throw new SearchFailed('the answer broke off');
}

/** Who is asked to wait, waits. */
async function posted(body: string, asking: Asking, waits = 0): Promise<Response> {
  const response = await post(body, asking);
  if (response.ok) return response;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const refusal = await refusalIn(response);
  if (!(seconds > 0 && seconds <= LONGEST_WAIT_SECONDS) || waits >= MOST_WAITS) throw new SearchFailed(refusal);
  await sleep(seconds * 1000);
  return posted(body, asking, waits + 1);
}

async function post(body: string, { url, token, purpose }: Asking): Promise<Response> {
  const headers = {
    authorization: `Bearer ${token}`,
    'x-purpose': purpose,
    'content-type': 'application/x-ndjson',
  };
  try {
    return await fetch(new URL('/search', url), { method: 'POST', headers, body, redirect: 'error' });
  } catch {
    throw new SearchFailed(`nothing answers at \`${url.origin}\``);
  }
}

async function refusalIn(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { errors } = JSON.parse(text) as {
      errors: [{ message: string; extensions: { code: string; remedy: string } }];
    };
    const [{ message, extensions }] = errors;
    return `${extensions.code}: ${message}. ${extensions.remedy}`;
  } catch {
    return `the answer has the status ${response.status}, and is none of a gateway`;
  }
}

async function* linesIn({ body }: Response): AsyncGenerator<string> {
  if (!body) return;
  let rest = '';
  try {
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (error instanceof TypeError) throw new SearchFailed('the answer broke off');
    throw error;
  }
}
