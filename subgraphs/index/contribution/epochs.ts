import type { PrismaClient } from '../prisma/generated/client.ts';

/** How much of one agency is blinded under one epoch of the key. */
export interface UnderEpoch {
  readonly agency: string;
  readonly epoch: number;
  readonly count: number;
}

/** How many pointers of each agency have their selectors blinded under which epoch. It reads every pointer, once. */
export function pointersByEpoch(database: PrismaClient): Promise<readonly UnderEpoch[]> {
  return database.$queryRaw<UnderEpoch[]>`
    SELECT originator AS agency, epoch::int, count(*)::float AS count FROM pointer
    WHERE epoch IS NOT NULL GROUP BY originator, epoch ORDER BY originator, epoch`;
}
