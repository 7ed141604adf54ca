import { createHash } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import type { CallerViewer } from '../../policy/caller.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { PartyKeys } from '../../policy/signature/keys.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { readViewer } from './claims.ts';

/** Asymmetric algorithms only: whoever checks a token must not be able to make one. */
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'];
const AUDIENCE = 'concordat';
const REMEMBERED_TOKENS = 1_000;
const REMEMBERED_MILLISECONDS = 30_000;

/** Who may vouch for whom. */
export interface Identities {
  readonly agencies: readonly AgencyEntry[];
  readonly keys: PartyKeys;
}

/** Tells who asks. @throws DeclaredError */
export type Identify = (authorization: string | undefined, now: Date) => Promise<CallerViewer>;

/** Identifies viewers by bearer tokens. A token that was checked is remembered for half a minute. */
export function identifier(identities: () => Identities): Identify {
  const remembered = new Map<string, { viewer: CallerViewer; until: number }>();
  return async (authorization, now) => {
    const token = bearer(authorization);
    const key = createHash('sha256').update(token).digest('base64url');
    const known = remembered.get(key);
    if (known && known.until > now.getTime()) return known.viewer;
    const { viewer, expires } = await verify(token, identities(), now);
    if (remembered.size >= REMEMBERED_TOKENS) remembered.clear();
    remembered.set(key, { viewer, until: Math.min(expires, now.getTime() + REMEMBERED_MILLISECONDS) });
    return viewer;
  };
}

function bearer(authorization: string | undefined): string {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token ?? refuse(GATEWAY_ERRORS.TOKEN_MISSING, 'the request carries no bearer token');
}

async function verify(token: string, { agencies, keys }: Identities, now: Date) {
  const issuer = issuerOf(token);
  const agency = agencies.find((entry) => entry.issuer === issuer);
  const published = agency && keys.get(agency.code);
  if (!published)
    refuse(GATEWAY_ERRORS.ISSUER_UNKNOWN, `no agency of this exchange vouches by the issuer of the token`);
  const payload = await check(token, createLocalJWKSet(published.viewers), agency.issuer, now);
  return { viewer: viewerOf(payload, agency), expires: (payload.exp ?? 0) * 1000 };
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return refuse(GATEWAY_ERRORS.TOKEN_INVALID, 'the bearer token is not a JWT');
  }
}

async function check(
  token: string,
  keys: ReturnType<typeof createLocalJWKSet>,
  issuer: string,
  now: Date,
): Promise<JWTPayload> {
  try {
    const options = {
      issuer,
      audience: AUDIENCE,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
      currentDate: now,
    };
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const expired = code === 'ERR_JWT_EXPIRED';
    throw new DeclaredError(
      GATEWAY_ERRORS.TOKEN_INVALID,
      expired ? 'the bearer token has expired' : 'the bearer token is not valid for this gateway',
    );
  }
}

/** An issuer vouches for its own agency's viewers only. */
function viewerOf(payload: JWTPayload, agency: AgencyEntry): CallerViewer {
  if (payload['agency'] === agency.code) return readViewer(payload, agency.code);
  return refuse(
    GATEWAY_ERRORS.ISSUER_NOT_ENTITLED,
    `the issuer of \`${agency.code}\` vouches for a viewer who is not its own`,
  );
}
