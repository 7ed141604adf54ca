import type { BlindingKeys } from '../../../matching/blinding-keys.ts';
import type { Prisma } from '../prisma/generated/client.ts';

/** The epoch by whose key an agency contributes; 0: there are no keys, and no selectors. */
export function epochOf(keys: BlindingKeys | undefined): number {
  return keys?.current ?? 0;
}

/**
 * Notes that something is told under these keys. INVARIANT: an agency has contributed everything under an epoch only if
 * nothing was told under another since that began: who tells with keys that are older, or newer, unfinishes it.
 */
export async function noteEpochTold(tx: Prisma.TransactionClient, keys: BlindingKeys | undefined): Promise<void> {
  await tx.$executeRaw`
    UPDATE contributed SET type = 'RECORD', last_id = NULL, finished_at = NULL
    WHERE epoch <> ${epochOf(keys)} AND (finished_at IS NOT NULL OR last_id IS NOT NULL OR type <> 'RECORD')`;
}
