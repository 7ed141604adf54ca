import type { FastifyRequest } from 'fastify';
import { DEVELOPMENT_ERRORS, refuse } from '../errors.ts';
import { namesThisMachine } from '../http/this-machine.ts';

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** What a proxy adds: then somebody else may be behind it. */
const OF_PROXIES = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** Whether somebody at this machine asks, as far as a request can tell, and by a name that only this machine has. */
export function isFromHere({ headers, socket }: FastifyRequest): boolean {
  const isLoopback = LOOPBACK.test(socket.remoteAddress ?? '');
  return isLoopback && namesThisMachine(headers.host) && OF_PROXIES.every((name) => headers[name] === undefined);
}

/**
 * INVARIANT: tokens are for the pages of this gateway, and for whoever sits at this machine. A name that leads here is not
 * enough (DNS rebinding), and neither is a page that happens to be served on this machine too.
 * @throws DeclaredError HOST_NOT_LOCAL, ORIGIN_FOREIGN
 */
export function refuseOthers(request: FastifyRequest): void {
  if (!isFromHere(request))
    refuse(DEVELOPMENT_ERRORS.HOST_NOT_LOCAL, 'the request does not come from this machine to this machine');
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const isOwn = origin === undefined || origin === `http://${host}`;
  if (!isOwn || (site !== undefined && site !== 'same-origin'))
    refuse(DEVELOPMENT_ERRORS.ORIGIN_FOREIGN, 'a page of another origin asks');
}
