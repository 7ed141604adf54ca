import { declareErrors } from '../schema/errors.ts';

/** Why a server does not believe who calls it. */
export const ASSERTION_ERRORS = declareErrors({
  ASSERTION_MISSING: {
    status: 401,
    meaning: 'The request does not say who makes it.',
    remedy: 'Send the assertion of the gateway, or of the agency, in the header `x-concordat-assertion`.',
  },
  ASSERTION_INVALID: {
    status: 401,
    meaning: 'The assertion is not one that a party known here has signed for this kind of call.',
    remedy: 'Sign with the Ed25519 key whose public half the receiver has pinned, under the same key id.',
  },
  ASSERTION_EXPIRED: {
    status: 401,
    meaning: 'The assertion is not valid now: it is too old, too long-lived, or from the future.',
    remedy: 'Make an assertion for every request, just before it is sent, and keep the clocks of both sides right.',
  },
  ASSERTION_AUDIENCE: {
    status: 401,
    meaning: 'The assertion was made for another receiver.',
    remedy: 'Make an assertion for every receiver, with its own code as the audience.',
  },
  ASSERTION_BODY: {
    status: 401,
    meaning: 'The assertion was made for another request body.',
    remedy: 'Compute the digest over exactly the bytes that are sent, and send them unchanged.',
  },
  ASSERTION_REPLAYED: {
    status: 401,
    meaning: 'The assertion was used before; each counts once.',
    remedy: 'Make an assertion for every request, with a `jti` of its own; one that is sent again needs another.',
  },
  ASSERTION_UNRECORDED: {
    status: 503,
    meaning: 'The receiver cannot remember that the assertion is used now, so it does not count.',
    remedy: 'Send fewer requests at once, and ask again in less than a minute. Nothing was disclosed.',
  },
  VOUCHER_INVALID: {
    status: 401,
    meaning:
      "No voucher of the viewer's own agency proves who the viewer is: there is none, or it does not count here.",
    remedy:
      "Send the voucher that the issuer of the viewer's agency put into their token: `docs/joining.md` says what it needs, and whose keys must be pinned.",
  },
  VOUCHER_EXPIRED: {
    status: 401,
    meaning: "The voucher of the viewer's agency has expired.",
    remedy: 'The viewer gets a new token, with a new voucher, from their own agency.',
  },
});
