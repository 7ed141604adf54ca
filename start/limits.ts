import { DEFAULT_LIMITS, type Limits } from '../gateway/limits/limits.ts';
import { number, type Environment } from './environment.ts';

type Names<Part> = Readonly<Record<keyof Part, string>>;

/** The environment variable of each limit. */
const NAMES: { readonly [Part in keyof Limits]: Names<Limits[Part]> } = {
  operation: {
    tokens: 'LIMIT_TOKENS',
    depth: 'LIMIT_DEPTH',
    fields: 'LIMIT_FIELDS',
    rootFields: 'LIMIT_ROOT_FIELDS',
    aliases: 'LIMIT_ALIASES',
    directives: 'LIMIT_DIRECTIVES',
    spreads: 'LIMIT_SPREADS',
    cost: 'LIMIT_COST',
  },
  rates: {
    viewerRequests: 'RATE_VIEWER_REQUESTS',
    agencyRequests: 'RATE_AGENCY_REQUESTS',
    viewerCost: 'RATE_VIEWER_COST',
    agencyCost: 'RATE_AGENCY_COST',
    refusals: 'RATE_REFUSALS',
  },
  door: {
    bodyBytes: 'HTTP_BODY_BYTES',
    headerBytes: 'HTTP_HEADER_BYTES',
    headers: 'HTTP_HEADERS',
    requestMilliseconds: 'HTTP_REQUEST_MS',
    unreadMilliseconds: 'HTTP_UNREAD_MS',
    keepAliveMilliseconds: 'HTTP_KEEP_ALIVE_MS',
    requestsPerConnection: 'HTTP_CONNECTION_REQUESTS',
    connections: 'HTTP_CONNECTIONS',
  },
  batch: {
    lines: 'BATCH_LINES',
    bytes: 'BATCH_BYTES',
    atOnce: 'BATCHES_AT_ONCE',
    ofViewer: 'BATCHES_OF_VIEWER',
  },
  texts: {
    atOnce: 'TEXTS_AT_ONCE',
    ofViewer: 'TEXTS_OF_VIEWER',
    waiting: 'TEXTS_WAITING',
  },
};
/** All of them. */
export const LIMIT_VARIABLES: readonly string[] = Object.values(NAMES).flatMap((names) => Object.values<string>(names));
const MOST = 1_000_000_000;

/** The limits of the gateway. None can be switched off; each can be set as high as a site needs. @throws Error */
export function readLimits(env: Environment): Limits {
  const read = <Part extends object>(names: Names<Part>, defaults: Part): Part =>
    Object.fromEntries(
      Object.entries(defaults).map(([key, value]) => [
        key,
        number(env, names[key as keyof Part], value as number, 1, MOST),
      ]),
    ) as Part;
  return {
    operation: read(NAMES.operation, DEFAULT_LIMITS.operation),
    rates: read(NAMES.rates, DEFAULT_LIMITS.rates),
    door: read(NAMES.door, DEFAULT_LIMITS.door),
    batch: read(NAMES.batch, DEFAULT_LIMITS.batch),
    texts: read(NAMES.texts, DEFAULT_LIMITS.texts),
  };
}
