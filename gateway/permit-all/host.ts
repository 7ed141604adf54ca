import type { FastifyInstance } from 'fastify';
import { DeclaredError } from '../../schema/errors.ts';
import { DEVELOPMENT_ERRORS } from '../errors.ts';

const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * INVARIANT: a name that leads here is not enough. Whoever owns a name can let it lead to this machine, and a browser then
 * lets their page read the answers (DNS rebinding).
 */
export function refuseOtherHosts(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    if (!LOCAL.test(headers.host ?? ''))
      throw new DeclaredError(DEVELOPMENT_ERRORS.HOST_NOT_LOCAL, 'the header `host` does not name this machine');
  });
}
