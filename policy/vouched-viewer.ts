import { createHash } from 'node:crypto';
import { DeclaredError } from '../schema/errors.ts';
import { ASSERTION_ERRORS } from './assertion-errors.ts';
import type { Identities, IssuedToken } from './issued-token.ts';
import type { CallerViewer } from './viewer-claims.ts';
import { VOUCHER_SKEW_SECONDS, checkVoucher } from './voucher.ts';

const REMEMBERED_VOUCHERS = 1_000;

/** Tells for whom a voucher is. @throws DeclaredError `VOUCHER_INVALID`, `VOUCHER_EXPIRED` */
export type ProveViewer = (voucher: string, now: Date) => Promise<CallerViewer>;

/**
 * Proves viewers by the vouchers of their own agencies' issuers. One that was checked is remembered until it ends, or
 * its agency's entry or keys are others: many fetches, one signature check.
 */
export function viewerProver(identities: () => Identities): ProveViewer {
  const remembered = new Map<string, IssuedToken>();
  return async (voucher, now) => {
    const digest = createHash('sha256').update(voucher).digest('base64url');
    const known = remembered.get(digest);
    if (known && stillCounts(known, identities(), now)) return known.viewer;
    remembered.delete(digest);
    const issued = await checkVoucher(voucher, identities(), now);
    if ('refused' in issued) {
      const { refused, detail } = issued;
      throw new DeclaredError(ASSERTION_ERRORS[refused === 'expired' ? 'VOUCHER_EXPIRED' : 'VOUCHER_INVALID'], detail);
    }
    remember(remembered, digest, issued);
    return issued.viewer;
  };
}

function stillCounts({ agency, keys, claims }: IssuedToken, now: Identities, at: Date): boolean {
  const isKnown = now.keys.get(agency.code)?.viewers === keys && now.agencies.includes(agency);
  return isKnown && at.getTime() / 1000 < (claims.exp ?? 0) + VOUCHER_SKEW_SECONDS;
}

/** INVARIANT: bounded. The oldest goes; it is checked again when it comes back. */
function remember(remembered: Map<string, IssuedToken>, digest: string, issued: IssuedToken): void {
  for (const oldest of remembered.keys()) {
    if (remembered.size < REMEMBERED_VOUCHERS) break;
    remembered.delete(oldest);
  }
  remembered.set(digest, issued);
}
