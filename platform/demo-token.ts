import { randomUUID } from 'node:crypto';
import { SignJWT, importJWK } from 'jose';
import type { AgencyEntry } from '../policy/parties.ts';
import type { PrivateKeys } from './party-keys.ts';

/** The roles of viewers in the demo. Agreements and agencies may know others. */
export const DEMO_ROLES = ['analyst', 'liaison', 'prosecutor', 'privacy-officer'] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

/** What the gateway expects in `aud`. */
const AUDIENCE = 'concordat';

const EIGHT_HOURS_SECONDS = 8 * 60 * 60;

/** Whose token, and until when. */
export interface DemoTokenOptions {
  readonly agency: AgencyEntry;
  readonly role: DemoRole;
  /** The agency's own; `viewers` signs. */
  readonly keys: PrivateKeys;
  readonly now?: Date;
  /** How long it is valid, in seconds. Default: 8 hours. */
  readonly seconds?: number;
}

/** Makes a bearer token (JWT, EdDSA) as an agency's issuer would, for a viewer who does not exist. */
export async function makeDemoToken(options: DemoTokenOptions): Promise<string> {
  const { agency, role, keys, now = new Date(), seconds = EIGHT_HOURS_SECONDS } = options;
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ name: `Demo ${role} of ${agency.code}`, agency: agency.code, role })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: keys.viewers.kid ?? '' })
    .setIssuer(agency.issuer)
    .setAudience(AUDIENCE)
    .setSubject(`${agency.code.toLowerCase()}-${role}`)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .setJti(randomUUID())
    .sign(await importJWK(keys.viewers, 'EdDSA'));
}
