import { randomUUID } from 'node:crypto';
import { SignJWT, importJWK, type JWTPayload } from 'jose';
import type { CallerViewer } from '../policy/viewer-claims.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { VOUCHER } from '../policy/voucher.ts';
import type { PrivateKeys } from './party-keys.ts';

/** What the gateway expects in `aud`. */
const AUDIENCE = 'concordat';

const EIGHT_HOURS_SECONDS = 8 * 60 * 60;

/** For whom an agency vouches, and as what. */
export interface DemoViewer extends Omit<CallerViewer, 'agency' | 'sub'> {
  /** Default: `dea-analyst`, of the agency and the role. */
  readonly sub?: string;
}

/** Whose token, and until when. */
export interface DemoTokenOptions extends DemoViewer {
  readonly agency: AgencyEntry;
  /** The agency's own; `viewers` signs. */
  readonly keys: PrivateKeys;
  readonly now?: Date;
  /** How long it is valid, in seconds. Default: 8 hours. */
  readonly seconds?: number;
}

/**
 * Makes a bearer token (JWT, EdDSA) as an agency's issuer would, for a viewer who does not exist, with the voucher that
 * goes on to subgraphs.
 */
export async function makeDemoToken(options: DemoTokenOptions): Promise<string> {
  const claims = { ...claimsOf(options), voucher: await makeDemoVoucher(options) };
  return signed(claims, { audience: AUDIENCE, type: 'JWT' }, options);
}

/** Makes the voucher alone: the word of the agency to subgraphs, who the viewer is. */
export async function makeDemoVoucher(options: DemoTokenOptions): Promise<string> {
  return signed(claimsOf(options), VOUCHER, options);
}

async function signed(
  claims: JWTPayload,
  { audience, type }: { readonly audience: string; readonly type: string },
  { agency, role, keys, now = new Date(), seconds = EIGHT_HOURS_SECONDS, sub }: DemoTokenOptions,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: keys.viewers.kid ?? '' })
    .setIssuer(agency.issuer)
    .setAudience(audience)
    .setSubject(sub ?? `${agency.code.toLowerCase()}-${role}`)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .setJti(randomUUID())
    .sign(await importJWK(keys.viewers, 'EdDSA'));
}

/** What is not vouched for is not in the token: JSON leaves out what is undefined. */
function claimsOf({ agency, role, name, trainings, clearance, contactPoint }: DemoTokenOptions) {
  return {
    name: name ?? `Demo ${role} of ${agency.code}`,
    agency: agency.code,
    role,
    trainings,
    clearance,
    contact_point: contactPoint,
  };
}
