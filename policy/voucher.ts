import { CALLER_LIMITS } from './caller-limits.ts';
import { checkIssued, type Identities, type IssuedToken, type RefusedToken, type TokenKind } from './issued-token.ts';

/** What a voucher says of itself. */
export const VOUCHER = { audience: 'concordat-subgraphs', type: 'concordat-voucher+jwt' } as const;

/** The longest that an agency may vouch for a viewer at once, in seconds. */
const LONGEST_SECONDS = 12 * 60 * 60;

/** By how much the clocks of the issuer and of who checks may differ, in seconds. */
export const VOUCHER_SKEW_SECONDS = 5;

const KIND: TokenKind = {
  name: 'voucher',
  audience: VOUCHER.audience,
  types: [VOUCHER.type],
  skewSeconds: VOUCHER_SKEW_SECONDS,
};

/**
 * Checks a voucher: the word of a viewer's own agency to the subgraphs of others, who the viewer is. It opens nothing by
 * itself: it is no bearer token, and counts only inside an assertion of the gateway.
 */
export async function checkVoucher(
  voucher: string,
  identities: Identities,
  now: Date,
): Promise<IssuedToken | RefusedToken> {
  if (voucher.length > CALLER_LIMITS.voucher) {
    return { refused: 'invalid', detail: `the voucher is longer than ${CALLER_LIMITS.voucher} characters` };
  }
  const issued = await checkIssued(voucher, KIND, identities, now);
  return 'refused' in issued ? issued : (tooLong(issued, now) ?? issued);
}

/** A voucher cannot be called back before it ends: so it must end, and soon. */
function tooLong({ claims: { iat, exp = Infinity } }: IssuedToken, now: Date): RefusedToken | undefined {
  if (iat === undefined) return { refused: 'invalid', detail: 'the voucher lacks the claim `iat`' };
  if (exp - iat > LONGEST_SECONDS) return { refused: 'invalid', detail: 'the voucher is for more than twelve hours' };
  if (iat > now.getTime() / 1000 + VOUCHER_SKEW_SECONDS)
    return { refused: 'invalid', detail: 'the voucher is from the future' };
  return undefined;
}
