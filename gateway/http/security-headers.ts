import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * What an answer may do in a browser: nothing. It is data, and loads, runs and frames nothing.
 *
 * A route that serves a page brings its own policy, `{ helmet: { contentSecurityPolicy: { … } } }` in its options,
 * and the others keep this one.
 */
const OPTIONS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
} as const;

/** Headers of an answer that is written before there is a request to answer. */
export const BARE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Gives every answer its security headers, and keeps it out of every cache: the next viewer may not see the same. */
export async function secureAnswers(app: FastifyInstance): Promise<void> {
  await app.register(helmet, OPTIONS);
  app.addHook('onSend', async (_request, reply) => void reply.headers({ 'cache-control': 'no-store' }));
}
