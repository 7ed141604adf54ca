import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import type { AgencyEntry } from './parties.ts';
import type { PartyKeys } from './signature/keys.ts';
import { readViewer, type CallerViewer } from './viewer-claims.ts';

/** Asymmetric algorithms only: whoever checks a token must not be able to make one. */
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'];

/** Who may vouch for whom: the agencies with their issuers, and the keys by which those sign. Both are pinned. */
export interface Identities {
  readonly agencies: readonly AgencyEntry[];
  readonly keys: PartyKeys;
}

/** What kind of token is expected. */
export interface TokenKind {
  /** What it is called in refusals. */
  readonly name: string;
  readonly audience: string;
  /** Media types (header `typ`) of such a token, in lower case; `''`: none is stated. */
  readonly types: readonly string[];
  /** By how much the issuer's clock may differ, in seconds. */
  readonly skewSeconds: number;
}

/** A token by which an agency's issuer vouches for one of its own viewers. */
export interface IssuedToken {
  readonly agency: AgencyEntry;
  readonly viewer: CallerViewer;
  readonly claims: JWTPayload;
  /** The set with whose key it is signed, as it was then. */
  readonly keys: JSONWebKeySet;
}

/** Why a token proves nobody. */
export interface RefusedToken {
  readonly refused: 'invalid' | 'expired' | 'issuer-unknown' | 'not-entitled';
  /** In words without any value of the token. */
  readonly detail: string;
}

/**
 * Checks a token of an agency's issuer: issuer, signature, kind, audience and times; then that it speaks of a viewer of
 * that very agency, and what it says of them.
 */
export async function checkIssued(
  token: string,
  kind: TokenKind,
  { agencies, keys }: Identities,
  now: Date,
): Promise<IssuedToken | RefusedToken> {
  const issuer = issuerOf(token);
  if (!issuer) return { refused: 'invalid', detail: `the ${kind.name} is not a JWT` };
  const agency = agencies.find((entry) => entry.issuer === issuer.iss);
  const viewers = agency && keys.get(agency.code)?.viewers;
  if (!viewers)
    return {
      refused: 'issuer-unknown',
      detail: `no agency of this exchange vouches by the issuer of the ${kind.name}`,
    };
  const checked = await verify(token, kind, { viewers, issuer: agency.issuer, now });
  return 'refused' in checked ? checked : vouchedBy(agency, viewers, kind, checked.claims);
}

function issuerOf(token: string): { readonly iss: string | undefined } | undefined {
  try {
    return { iss: decodeJwt(token).iss };
  } catch {
    return undefined;
  }
}

interface Trusted {
  readonly viewers: JSONWebKeySet;
  readonly issuer: string;
  readonly now: Date;
}

async function verify(
  token: string,
  { name, audience, types, skewSeconds }: TokenKind,
  { viewers, issuer, now }: Trusted,
): Promise<{ readonly claims: JWTPayload } | RefusedToken> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keySetOf(viewers), {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: skewSeconds,
      currentDate: now,
    });
    if (types.includes(mediaTypeOf(protectedHeader.typ))) return { claims: payload };
    return { refused: 'invalid', detail: `the token that was sent as ${name} is of another kind` };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_JWT_EXPIRED') return { refused: 'expired', detail: `the ${name} has expired` };
    return { refused: 'invalid', detail: `the ${name} is not valid here` };
  }
}

/** An issuer vouches for its own agency's viewers only. */
function vouchedBy(
  agency: AgencyEntry,
  keys: JSONWebKeySet,
  { name }: TokenKind,
  claims: JWTPayload,
): IssuedToken | RefusedToken {
  if (claims['agency'] !== agency.code) {
    const detail = `the issuer of \`${agency.code}\` vouches for a viewer who is not its own`;
    return { refused: 'not-entitled', detail };
  }
  const read = readViewer(claims, agency.code);
  if ('wrong' in read) return { refused: 'invalid', detail: `the ${name} ${read.wrong}` };
  return { agency, viewer: read.viewer, claims, keys };
}

/** RFC 7515, 4.1.9: `application/` may be left out, and case says nothing. */
function mediaTypeOf(typ: string | undefined): string {
  return (typ ?? '').toLowerCase().replace(/^application\//, '');
}

type KeySet = ReturnType<typeof createLocalJWKSet>;

/** Keys are imported once for each set: a set is replaced by another object, never changed. */
function keySetOf(keys: JSONWebKeySet): KeySet {
  const known = imported.get(keys) ?? createLocalJWKSet(keys);
  imported.set(keys, known);
  return known;
}

const imported = new WeakMap<JSONWebKeySet, KeySet>();
