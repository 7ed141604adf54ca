import type { FastifyInstance } from 'fastify';
import type { Bundled } from './bundled.ts';
import { contentPolicy } from './content-policy.ts';
import type { Page } from './manifest.ts';
import type { SignInAt } from './settings.ts';
import { beingMade, missing, skeleton } from './skeleton.ts';

const PATHS: readonly (readonly [string, Page])[] = [
  ['/', 'explore'],
  ['/target', 'target'],
  ['/matrix', 'matrix'],
  ['/agreements', 'agreements'],
  ['/agreements/:id', 'agreements'],
];

/** Serves the pages. Whoever asks gets the same: it is the page that knows who looks at it. */
export function servePages(app: FastifyInstance, bundled: Bundled, signIn: readonly SignInAt[]): void {
  for (const [path, page] of PATHS) {
    app.get(path, { helmet: contentPolicy(page, signIn) }, async (_request, reply) => {
      const { status, text } = await shown(page, bundled);
      return reply.status(status).type('text/html; charset=utf-8').send(text);
    });
  }
}

async function shown(page: Page, bundled: Bundled): Promise<{ readonly status: number; readonly text: string }> {
  const state = await bundled.stateOf(page);
  if (state === 'being-made') return { status: 503, text: beingMade(page) };
  if (state === 'missing') return { status: 503, text: missing(page) };
  return { status: 200, text: skeleton(page, state) };
}
