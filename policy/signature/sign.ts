import type { JWK } from 'jose';
import type { Agreement } from '../agreement.ts';
import { signWith, signingKey } from '../ed25519.ts';
import { canonicalBytes } from './canonical.ts';
import { SIGNATURE_ALGORITHM, SIGNATURE_TYPE, signingInput, type SignatureHeader } from './header.ts';
import type { Charters } from './signatories.ts';

/**
 * Signs an agreement for a party, detached (RFC 7515, appendix F): `header..signature`.
 * @param party the agency, or the group that the key's owner coordinates, as the agreement names it
 * @param privateKey an Ed25519 key with a `kid`
 * @param charters of the groups that the agreement names and does not found: `signatoriesOf(…).charters`
 * @param given when; left out of the signature when it is not said
 * @throws Error when the key is of another kind or has no `kid`, or the party is none of the agreement's, or the charter of a
 * group has no digest
 */
export function signAgreement(
  agreement: Agreement,
  party: string,
  privateKey: JWK,
  charters: Charters = {},
  given?: Date,
): string {
  const key = signingKey(privateKey);
  if (!agreement.parties.includes(party)) throw new Error(`\`${party}\` is no party of \`${agreement.id}\``);
  const unknown = Object.keys(charters).find((group) => charters[group] === undefined);
  if (unknown !== undefined) throw new Error(`the charter of \`${unknown}\` is not known`);
  const header: SignatureHeader = {
    alg: SIGNATURE_ALGORITHM,
    kid: key.kid,
    typ: SIGNATURE_TYPE,
    agreement: agreement.id,
    party,
    ...(Object.keys(charters).length > 0 ? { charters } : {}),
    ...(given && { given: given.toISOString() }),
  };
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString('base64url');
  const signature = signWith(key, signingInput(protectedHeader, canonicalBytes(agreement)));
  return `${protectedHeader}..${signature.toString('base64url')}`;
}
