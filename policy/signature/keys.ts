import type { JSONWebKeySet } from 'jose';

/** The public keys of one party: three sets, each for one thing, so that no key serves two. */
export interface PublishedKeys {
  /** Signs agreements. */
  readonly agreements: JSONWebKeySet;
  /** Its token issuer's: vouches for its own viewers. */
  readonly viewers: JSONWebKeySet;
  /** Its subgraph's: signs its calls to the hub. */
  readonly service: JSONWebKeySet;
}

/** Every party's published keys, by code. */
export type PartyKeys = ReadonlyMap<string, PublishedKeys>;
