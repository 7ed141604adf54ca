import type { Size } from './size.ts';

/** How large one operation may be. */
export interface OperationLimits extends Size {
  /** Words and signs of the document, before its fragments are spread out. */
  readonly tokens: number;
  /** By the weights of the schema: see `docs/limits.md`. */
  readonly cost: number;
}

/** How much may be asked in a minute. Each process counts for itself. */
export interface RateLimits {
  readonly viewerRequests: number;
  readonly agencyRequests: number;
  readonly viewerCost: number;
  readonly agencyCost: number;
  /** Requests without a valid token, per remote address. */
  readonly refusals: number;
}

/** What one connection, and one request on it, may take up. */
export interface DoorLimits {
  readonly bodyBytes: number;
  readonly headerBytes: number;
  readonly headers: number;
  /** Until a request has arrived whole. */
  readonly requestMilliseconds: number;
  /** How long nothing may be taken of an answer that is there to be taken. */
  readonly unreadMilliseconds: number;
  /** How long a connection may wait for its next request. */
  readonly keepAliveMilliseconds: number;
  readonly requestsPerConnection: number;
  readonly connections: number;
}

/** What one search of many selectors may be. */
export interface BatchLimits {
  readonly lines: number;
  readonly bytes: number;
  /** How many are answered at the same time, by this process. */
  readonly atOnce: number;
  /** How many of them may be of one viewer. */
  readonly ofViewer: number;
}

/** How many operations that look for texts are answered at the same time: each asks every agency. */
export interface TextLimits {
  /** By this process. */
  readonly atOnce: number;
  /** How many of them may be of one viewer. */
  readonly ofViewer: number;
  /** How many more of one viewer may wait for their turn. */
  readonly waiting: number;
}

/** Everything by which the gateway is kept from being overwhelmed. A value: who serves decides. */
export interface Limits {
  readonly operation: OperationLimits;
  readonly rates: RateLimits;
  readonly door: DoorLimits;
  readonly batch: BatchLimits;
  readonly texts: TextLimits;
}

/** What holds where nobody decides otherwise. */
export const DEFAULT_LIMITS: Limits = {
  operation: {
    tokens: 3_000,
    depth: 12,
    fields: 500,
    rootFields: 20,
    aliases: 30,
    directives: 50,
    spreads: 200,
    cost: 500_000,
  },
  rates: {
    viewerRequests: 6_000,
    agencyRequests: 60_000,
    viewerCost: 30_000_000,
    agencyCost: 300_000_000,
    refusals: 6_000,
  },
  door: {
    bodyBytes: 1024 * 1024,
    headerBytes: 16 * 1024,
    headers: 100,
    requestMilliseconds: 10_000,
    unreadMilliseconds: 30_000,
    keepAliveMilliseconds: 72_000,
    requestsPerConnection: 100_000,
    connections: 2_000,
  },
  batch: {
    lines: 10_000,
    bytes: 4 * 1024 * 1024,
    atOnce: 20,
    ofViewer: 5,
  },
  texts: {
    atOnce: 10,
    ofViewer: 2,
    waiting: 20,
  },
};
