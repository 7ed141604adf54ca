import type { FastifyInstance } from 'fastify';
import { DeclaredError } from '../../schema/errors.ts';
import { DEVELOPMENT_ERRORS } from '../errors.ts';
import { namesThisMachine } from '../http/this-machine.ts';

/** Answers only who asks this machine by a name of its own. */
export function refuseOtherHosts(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    if (!namesThisMachine(headers.host))
      throw new DeclaredError(DEVELOPMENT_ERRORS.HOST_NOT_LOCAL, 'the header `host` does not name this machine');
  });
}
