import type { FastifyRequest } from 'fastify';
import { DEVELOPMENT_ERRORS, refuse } from '../errors.ts';
import { namesThisMachine } from '../http/this-machine.ts';

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** What proxies and tunnels add: then somebody else may be behind one. */
const OF_PROXIES =
  /^(?:forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|x-original-host|true-client-ip|cf-connecting-ip)$/;

/** A proxy that is told no better asks so, with no header of its own; a browser has not for decades. */
const OLD_HTTP = '1.0';

/** Whether somebody at this machine asks, as far as a request can tell, and by a name that only this machine has. */
export function isFromHere({ headers, socket, raw }: FastifyRequest): boolean {
  const isLoopback = LOOPBACK.test(socket.remoteAddress ?? '');
  const isProxied = raw.httpVersion === OLD_HTTP || Object.keys(headers).some((name) => OF_PROXIES.test(name));
  return isLoopback && namesThisMachine(headers.host) && !isProxied;
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
