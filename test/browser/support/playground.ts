import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runProduct, startProduct, type Product } from '../../start/product.ts';

/** The product as a visitor finds it: started by its own command, with its pages. */
export interface Playground {
  readonly url: string;
  /** Keys, signatures, databases. */
  readonly home: string;
  /** Gives a notice of one party, as `concordat suspend` does. */
  notice(verb: 'suspend' | 'resume', agreement: string, party: string): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again, at the same address. */
  start(): Promise<void>;
  /** Stops it, and removes all that it kept. */
  end(): Promise<void>;
}

/** Starts one with few records, and waits for its pages. */
export async function startPlayground(settings: Readonly<Record<string, string>> = {}): Promise<Playground> {
  const home = await mkdtemp(join(tmpdir(), 'concordat-browser-'));
  const env = {
    CONCORDAT_HOME: home,
    PORT: String(await freePort()),
    DEMO_RECORDS: '30',
    PLAYGROUND: 'on',
    ...settings,
  };
  let product: Product | undefined;
  const start = async () => {
    product = await startProduct('start/all.ts', [], env);
    if (env.PLAYGROUND === 'on') await pagesOf(product.url);
  };
  const stop = async () => {
    await product?.end('SIGTERM');
    product = undefined;
  };
  await start();
  return {
    url: `http://127.0.0.1:${env.PORT}`,
    home,
    start,
    stop,
    end: async () => {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
    notice: async (verb, agreement, party) => {
      const key = join(home, 'private', `${party}.json`);
      const args = [verb, agreement, '--party', party, '--key', key, '--reason', 'Under review'];
      const { status, stderr } = await runProduct('cli/concordat.mjs', args, env);
      if (status !== 0) throw new Error(stderr);
    },
  };
}

/** The first start on a machine makes the pages, and says so meanwhile. */
async function pagesOf(url: string): Promise<void> {
  for (const page of ['/', '/target', '/matrix', '/agreements']) {
    for (let tries = 0; (await fetch(url + page)).status === 503; tries++) {
      if (tries === 300) throw new Error('the pages of the playground are not made');
      await pause(200);
    }
  }
}

/** A port that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
