import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One start of the product, in milliseconds from the command. */
export interface Started {
  /** Until it prints `ready`. */
  readonly ready: number;
  /** Until `/` answers the page; undefined: it answers none. */
  readonly page: number | undefined;
  /** What the time until then was spent on, by step. */
  readonly steps: ReadonlyMap<string, number>;
}

interface Mark {
  readonly step: string;
  readonly milliseconds: number;
}

const TELL_MARKS = new URL('tell-marks.ts', import.meta.url).href;

/** Starts a checkout on a free port, as `npm start` does, and stops it when it has shown its page. */
export async function startOnce(checkout: string, home: string): Promise<Started> {
  const begun = performance.now();
  const marks: Mark[] = [];
  const tsx = pathToFileURL(join(checkout, 'node_modules/tsx/dist/loader.mjs')).href;
  const child = fork(join(checkout, 'start/all.ts'), [], {
    cwd: checkout,
    execArgv: ['--import', tsx, '--import', TELL_MARKS],
    env: { ...process.env, CONCORDAT_HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  child.on('message', (mark) => marks.push(mark as Mark));
  const ended = once(child, 'exit');
  try {
    const url = await Promise.race([readyUrl(child.stdout!), ended.then(() => Promise.reject(new Error('it ended')))]);
    const ready = performance.now() - begun;
    const page = (await hasPage(url)) ? performance.now() - begun : undefined;
    return { ready, page, steps: stepsOf(marks) };
  } finally {
    child.kill();
    await ended;
  }
}

/** Reads on afterwards, so that nothing that is printed later finds nobody there. */
function readyUrl(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  return new Promise((resolve) => {
    output.on('data', (chunk) => {
      text += String(chunk);
      const [, url] = /^ready (\S+)$/m.exec(text) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
}

/** The first time, pages are bundled while all else starts already: asks until there is one. */
async function hasPage(url: string): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { ok, headers } = await fetch(url, { headers: { accept: 'text/html' } });
    if (ok && headers.get('content-type')?.startsWith('text/html')) return true;
    await new Promise((resolve) => setTimeout(resolve, MILLISECONDS_BETWEEN_TRIES));
  }
  return false;
}

const MOST_TRIES = 600;
const MILLISECONDS_BETWEEN_TRIES = 50;

/** Marks stand at the end of each step. */
function stepsOf(marks: readonly Mark[]): ReadonlyMap<string, number> {
  return new Map(
    marks.map(({ step, milliseconds }, position) => [step, milliseconds - (marks[position - 1]?.milliseconds ?? 0)]),
  );
}
