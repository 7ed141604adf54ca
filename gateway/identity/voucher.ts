import type { Identities, IssuedToken } from '../../policy/issued-token.ts';
import { isSameViewer } from '../../policy/viewer-claims.ts';
import { checkVoucher } from '../../policy/voucher.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

/**
 * The voucher that a bearer token carries for subgraphs: of the same issuer, for the same viewer. Subgraphs check it for
 * themselves; here it is checked so that a viewer learns at once what their issuer does wrong.
 * @throws DeclaredError VOUCHER_MISSING, TOKEN_INVALID
 */
export async function voucherIn(
  token: IssuedToken,
  identities: Identities,
  now: Date,
): Promise<{ readonly voucher: string; readonly expires: number }> {
  const voucher = token.claims['voucher'];
  if (typeof voucher !== 'string')
    return refuse(
      GATEWAY_ERRORS.VOUCHER_MISSING,
      `the issuer of \`${token.agency.code}\` put no claim \`voucher\` into the bearer token`,
    );
  const issued = await checkVoucher(voucher, identities, now);
  if ('refused' in issued) return refuse(GATEWAY_ERRORS.TOKEN_INVALID, `in the bearer token: ${issued.detail}`);
  const expires = (issued.claims.exp ?? 0) * 1000;
  if (expires <= now.getTime()) refuse(GATEWAY_ERRORS.TOKEN_INVALID, 'in the bearer token: the voucher has expired');
  if (!isSameViewer(issued.viewer, token.viewer))
    refuse(
      GATEWAY_ERRORS.TOKEN_INVALID,
      'the voucher in the bearer token is for another viewer, or vouches for other attributes than the token does',
    );
  return { voucher, expires };
}
