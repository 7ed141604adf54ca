import { SignJWT, importJWK } from 'jose';
import type { Identities } from '../../policy/issued-token.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { CallerViewer } from '../../policy/viewer-claims.ts';
import { scenarioKeys, type ScenarioKeys } from './scenario/keys.ts';

/** What a voucher of a test says otherwise than it should. */
export interface Otherwise {
  readonly now?: Date;
  /** How long it is valid, in seconds. Default: 900. */
  readonly seconds?: number;
  readonly type?: string;
  readonly audience?: string;
  /** Code of the agency whose issuer it names. Default: the viewer's. */
  readonly issuer?: string;
  /** Code of the agency whose key signs, and the set that it is of. Default: the viewer's own for viewers. */
  readonly signer?: string;
  readonly set?: 'viewers' | 'agreements' | 'service';
  /** Claims beside, or instead of, those of the viewer. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Issuers of some agencies, and who they are to those who check. */
export interface Vouching {
  readonly identities: () => Identities;
  /** A voucher of the viewer's agency, with what the viewer has and nothing else. */
  voucher(viewer: CallerViewer, otherwise?: Otherwise): Promise<string>;
}

/** Gives each agency an issuer. @param keys theirs; default: new ones */
export function vouching(
  agencies: readonly AgencyEntry[],
  { secret, published }: ScenarioKeys = scenarioKeys(agencies.map(({ code }) => code)),
): Vouching {
  const identities = { agencies, keys: published };
  const voucher: Vouching['voucher'] = async ({ agency, ...viewer }, otherwise = {}) => {
    const { issuer = agency, signer = agency, set = 'viewers', claims } = otherwise;
    const { now = new Date(), seconds = 900 } = otherwise;
    const { type = 'concordat-voucher+jwt', audience = 'concordat-subgraphs' } = otherwise;
    const key = secret.get(signer)![set];
    const issuedAt = Math.floor(now.getTime() / 1000);
    const { contactPoint, ...said } = viewer;
    return new SignJWT({
      iss: agencies.find(({ code }) => code === issuer)!.issuer,
      aud: audience,
      iat: issuedAt,
      exp: issuedAt + seconds,
      ...said,
      agency,
      ...(contactPoint !== undefined && { contact_point: contactPoint }),
      ...claims,
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: key.kid! })
      .sign(await importJWK(key, 'EdDSA'));
  };
  return { identities: () => identities, voucher };
}
