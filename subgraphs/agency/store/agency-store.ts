import type { Blinding } from '../outbox/tell.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

/** What an agency keeps its holdings in, and how what it tells the index of them is blinded. */
export interface AgencyStore {
  readonly prisma: PrismaClient;
  readonly blinding: Blinding;
}
