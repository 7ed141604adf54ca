import type { Refused } from '../ask.ts';
import { Held } from '../held.ts';

/** Where in a page a refusal is put right. */
export type Place = 'viewer' | 'purpose';

/** What the gateway last refused of the viewer and of the purpose, to be shown where they are stated. */
export const refusals = new Held<Readonly<Partial<Record<Place, Refused>>>>({});

/** Where a refusal is put right; undefined: in the question. */
export function placeOf({ code, status }: Refused): Place | undefined {
  if (status === 401 || /^(TOKEN|VOUCHER|ISSUER)_/.test(code)) return 'viewer';
  return /^(PURPOSE_|UNKNOWN_(AREA|USE|SEARCH|STAGE)$)/.test(code) ? 'purpose' : undefined;
}
