import type { Agreement } from '../../../policy/agreement.ts';
import type { Bundle } from '../../../policy/bundle.ts';
import type { Notice } from '../../../policy/notice.ts';
import { digestOf } from '../../../policy/signature/canonical.ts';
import { signNotice } from '../../../policy/signature/notices.ts';
import type { ScenarioKeys } from './keys.ts';

/** What a test says of a notice: it is given now and at once, unless told otherwise. */
export type ScenarioNotice = Pick<Notice, 'kind' | 'party'> & Readonly<Record<string, unknown>>;

let given = 0;

/**
 * A notice about an agreement, as it travels.
 * @param signer whose key it is signed with, where a test forges it; `null`: it is not signed
 */
export function noticeText(
  notice: ScenarioNotice,
  agreement: Agreement,
  keys: ScenarioKeys,
  signer: string | null = notice.party,
): NonNullable<Bundle['notices']>[number] {
  const now = new Date().toISOString();
  const about = { agreement: agreement.id, digest: digestOf(agreement), given: now, from: now };
  const whole = { concordat: 1, notice: `notice-${(given += 1)}`, ...about, ...notice } as unknown as Notice;
  const key = signer === null ? undefined : keys.secret.get(signer)?.agreements;
  return { notice: whole, signature: key && signNotice(whole, key) };
}
