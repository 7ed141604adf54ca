import { INDEX_ERRORS, refuse } from '../errors.ts';
import type { Prisma, PrismaClient } from '../prisma/generated/client.ts';
import { sql } from '../../kit/sql/fragments.ts';
import type { Entry } from './entry.ts';
import { upsertPointers, withdrawPointers } from './write.ts';

type Transaction = Prisma.TransactionClient;

/**
 * Takes in what an agency contributes, all of it or nothing, and each entry once: what comes again is passed over.
 * @returns the sequence number up to which the index now has everything
 * @throws DeclaredError `FOREIGN_POINTER`
 */
export async function contribute(database: PrismaClient, agency: string, entries: readonly Entry[]): Promise<bigint> {
  return database.$transaction(
    async (transaction) => {
      const taken = await lock(transaction, agency);
      const fresh = entries.filter(({ sequence }) => sequence > taken);
      const last = fresh.at(-1)?.sequence;
      if (last === undefined) return taken;
      await refuseForeign(transaction, agency, fresh);
      const changes = lastOfEach(fresh);
      await withdrawPointers(
        transaction,
        agency,
        changes.filter((entry) => entry.op === 'WITHDRAW'),
      );
      const written = await upsertPointers(
        transaction,
        agency,
        changes.filter((entry) => entry.op === 'UPSERT'),
      );
      if (!written) foreign();
      await transaction.contribution.update({ where: { agency }, data: { lastSequence: last } });
      return last;
    },
    { timeout: TIMEOUT_MILLISECONDS, maxWait: TIMEOUT_MILLISECONDS },
  );
}

const TIMEOUT_MILLISECONDS = 30_000;

/** INVARIANT: contributions of one agency are taken in one after the other; this row's lock is the queue. */
async function lock(transaction: Transaction, agency: string): Promise<bigint> {
  await transaction.$executeRaw(sql`INSERT INTO contribution VALUES (${agency}, -1) ON CONFLICT DO NOTHING`);
  const rows = await transaction.$queryRaw<{ last_sequence: bigint }[]>(
    sql`SELECT last_sequence FROM contribution WHERE agency = ${agency} FOR UPDATE`,
  );
  return rows[0]!.last_sequence;
}

/** A pointer belongs to one agency, and keeps its type; so does one that was withdrawn. */
async function refuseForeign(transaction: Transaction, agency: string, entries: readonly Entry[]): Promise<void> {
  const ids = [...new Set(entries.map(({ id }) => id))];
  const known = await transaction.$queryRaw<{ id: string; type: string; originator: string }[]>(
    sql`SELECT id::text, type::text, originator FROM pointer WHERE id = ANY(${ids}::uuid[])
      UNION ALL SELECT id::text, type::text, originator FROM once_owned WHERE id = ANY(${ids}::uuid[])`,
  );
  const owned = new Map(known.map((pointer) => [pointer.id, pointer]));
  const refused = entries.filter(({ id, type }) => {
    const pointer = owned.get(id) ?? { id, originator: agency, type };
    owned.set(id, pointer);
    return pointer.originator !== agency || pointer.type !== type;
  });
  if (refused.length > 0) foreign(refused.map(({ sequence }) => String(sequence)));
}

/** @param refused numbers of the entries without which the others may be taken in */
function foreign(refused: readonly string[] = []): never {
  return refuse(INDEX_ERRORS.FOREIGN_POINTER, FOREIGN, { refused });
}

const FOREIGN = 'an entry speaks of a pointer of another agency, or of another type';

/** Of several changes of one object the last one counts. */
function lastOfEach(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
