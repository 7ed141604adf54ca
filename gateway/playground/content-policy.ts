import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Page } from './manifest.ts';
import type { SignInAt } from './settings.ts';

/**
 * What a page may do in a browser: run its own scripts and ask this gateway, and where viewers sign in elsewhere, ask
 * there. It loads nothing from anywhere else, and nobody frames it.
 */
export function contentPolicy(page: Page, signIn: readonly SignInAt[]) {
  const authorities = new Set(signIn.map(({ authority }) => new URL(authority).origin));
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        // Monaco places its lines by the attribute `style`, and writes its themes into elements: without, it shows lines one
        // upon the other, in one colour. GraphiQL writes descriptions by `innerHTML`, so there are no trusted types either.
        'style-src': page === 'explore' ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        'connect-src': ["'self'", ...authorities],
        'worker-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        ...(page !== 'explore' && { 'require-trusted-types-for': ["'script'"], 'trusted-types': ["'none'"] }),
      },
    },
  } satisfies FastifyHelmetOptions;
}
