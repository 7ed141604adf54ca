import { hash } from 'node:crypto';
import {
  checkIssued,
  type Identities,
  type IssuedToken,
  type RefusedToken,
  type TokenKind,
} from '../../policy/issued-token.ts';
import type { CallerViewer } from '../../policy/viewer-claims.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { voucherIn } from './voucher.ts';

const KIND: TokenKind = {
  name: 'bearer token',
  audience: 'concordat',
  types: ['', 'jwt', 'at+jwt'],
  skewSeconds: 0,
};
const REMEMBERED_TOKENS = 1_000;
const REMEMBERED_MILLISECONDS = 30_000;

/** Who asks, and the word of their agency that subgraphs check for themselves. */
export interface Identified {
  readonly viewer: CallerViewer;
  readonly voucher: string;
}

/** Tells who asks. @throws DeclaredError */
export type Identify = (authorization: string | undefined, now: Date) => Promise<Identified>;

interface Remembered extends Identified {
  readonly token: IssuedToken;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * Identifies viewers by bearer tokens. A token that was checked is remembered for half a minute, and no longer than the
 * keys that it was checked against are published.
 */
export function identifier(identities: () => Identities): Identify {
  const remembered = new Map<string, Remembered>();
  return async (authorization, now) => {
    const token = bearer(authorization);
    const key = hash('sha256', token, 'base64url');
    const known = remembered.get(key);
    if (known && known.until > now.getTime() && areCurrent(known.token, identities())) return identified(known);
    const checked = await check(token, identities(), now);
    if (remembered.size >= REMEMBERED_TOKENS) remembered.clear();
    remembered.set(key, checked);
    return identified(checked);
  };
}

function identified({ viewer, voucher }: Remembered): Identified {
  return { viewer, voucher };
}

function areCurrent({ agency, keys }: IssuedToken, now: Identities): boolean {
  return now.keys.get(agency.code)?.viewers === keys && now.agencies.includes(agency);
}

function bearer(authorization: string | undefined): string {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token ?? refuse(GATEWAY_ERRORS.TOKEN_MISSING, 'the request carries no bearer token');
}

async function check(bearerToken: string, identities: Identities, now: Date): Promise<Remembered> {
  const token = await checkIssued(bearerToken, KIND, identities, now);
  if ('refused' in token) return refuseToken(token);
  const { voucher, expires } = await voucherIn(token, identities, now);
  const until = Math.min((token.claims.exp ?? 0) * 1000, expires, now.getTime() + REMEMBERED_MILLISECONDS);
  return { viewer: token.viewer, voucher, token, until };
}

function refuseToken({ refused, detail }: RefusedToken): never {
  if (refused === 'issuer-unknown') return refuse(GATEWAY_ERRORS.ISSUER_UNKNOWN, detail);
  if (refused === 'not-entitled') return refuse(GATEWAY_ERRORS.ISSUER_NOT_ENTITLED, detail);
  return refuse(GATEWAY_ERRORS.TOKEN_INVALID, detail);
}
