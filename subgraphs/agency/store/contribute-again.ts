import type { BlindingKeys } from '../../../matching/blinding-keys.ts';
import { epochOf } from '../outbox/contributed.ts';
import type { StoredIds } from '../outbox/stored.ts';
import { tellStored } from '../outbox/tell.ts';
import { holdOutbox } from '../outbox/write.ts';
import { Prisma, type Contributed } from '../prisma/generated/client.ts';
import type { AgencyStore } from './agency-store.ts';

type Tx = Prisma.TransactionClient;

/** How far an agency has come in telling the index of everything. */
type Progress = Pick<Contributed, 'epoch' | 'type' | 'lastId' | 'finishedAt'>;

const ROW = { where: { id: 1 } } as const;

/** Objects of one step: live changes wait for as long as one takes. */
const STEP = 200;

/** Whether the index was told of everything that the agency holds, under the key by which it contributes now. */
export async function hasContributedAll({ prisma, blinding }: AgencyStore): Promise<boolean> {
  const progress = await prisma.contributed.findUnique(ROW);
  return progress?.epoch === epochOf(blinding()) && progress.finishedAt !== null;
}

/** How far the agency has come: `'all'`, or which objects it tells of, and about how many percent of them it has told of. */
export async function progressOf({ prisma }: AgencyStore): Promise<'all' | { what: string; percent: number }> {
  const progress = await prisma.contributed.findUnique(ROW);
  if (progress?.finishedAt) return 'all';
  // Ids are random, so the first part of the last one tells it, and nothing needs to be counted.
  const percent = Math.floor((parseInt(progress?.lastId?.slice(0, 8) ?? '0', 16) / 0x1_0000_0000) * 100);
  return { what: OF[progress?.type ?? 'RECORD'].list, percent };
}

/** Notes of an agency that holds nothing yet that it has told of everything: what comes is told of as it comes. */
export function beginContributing({ prisma, blinding }: AgencyStore): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await holdOutbox(tx);
    const isBegun = (await tx.contributed.findUnique(ROW)) !== null;
    if (!isBegun && (await isEmpty(tx))) await note(tx, { ...fromTheStart(blinding()), finishedAt: new Date() });
  });
}

/** Lets everything be told anew, from the start: by whatever runs the agency's subgraph, or will. */
export function contributeAllAgain({ prisma, blinding }: AgencyStore): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await holdOutbox(tx);
    await note(tx, fromTheStart(blinding()));
  });
}

/**
 * Tells the index of some of what it was not told of yet, and notes it: records first, in the order of their ids, then
 * cases, then liaison contacts. An interrupted run goes on where it stopped, and keys of another epoch begin it anew.
 * INVARIANT: a step reads and tells while it holds the outbox. A change is either seen by the step, or told after it.
 * @returns whether there may be more
 */
export function contributeSome({ prisma, blinding }: AgencyStore): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await holdOutbox(tx);
    const keys = blinding();
    const progress = await currentProgress(tx, keys);
    if (progress.finishedAt) return false;
    const ids = await nextIds(tx, progress);
    await tellStored(tx, () => keys, { [OF[progress.type].list]: ids });
    const next = advanced(progress, ids);
    await note(tx, next);
    return next.finishedAt === null;
  });
}

async function currentProgress(tx: Tx, keys: BlindingKeys | undefined): Promise<Progress> {
  const progress = await tx.contributed.findUnique(ROW);
  return progress?.epoch === epochOf(keys) ? progress : fromTheStart(keys);
}

function fromTheStart(keys: BlindingKeys | undefined): Progress {
  return { epoch: epochOf(keys), type: 'RECORD', lastId: null, finishedAt: null };
}

/** Where objects of a type are, and what they are called among others. */
const OF = {
  RECORD: { table: Prisma.raw('"Record"'), list: 'records', next: 'CASE' },
  CASE: { table: Prisma.raw('"Case"'), list: 'cases', next: 'LIAISON_CONTACT' },
  LIAISON_CONTACT: { table: Prisma.raw('"LiaisonContact"'), list: 'contacts', next: undefined },
} as const satisfies Readonly<Record<Progress['type'], { list: keyof StoredIds; table: Prisma.Sql; next: unknown }>>;

/** No random UUID is as low. */
const BELOW_ALL = '00000000-0000-0000-0000-000000000000';

async function nextIds(tx: Tx, { type, lastId }: Progress): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM ${OF[type].table} WHERE id > ${lastId ?? BELOW_ALL}::uuid ORDER BY id LIMIT ${STEP}`;
  return rows.map(({ id }) => id);
}

function advanced(progress: Progress, ids: readonly string[]): Progress {
  const lastId = ids.at(-1) ?? progress.lastId;
  if (ids.length === STEP) return { ...progress, lastId };
  const { next } = OF[progress.type];
  return next ? { ...progress, type: next, lastId: null } : { ...progress, lastId, finishedAt: new Date() };
}

async function note(tx: Tx, { epoch, type, lastId, finishedAt }: Progress): Promise<void> {
  const row = { epoch, type, lastId, finishedAt };
  await tx.contributed.upsert({ ...ROW, create: row, update: row });
}

async function isEmpty(tx: Tx): Promise<boolean> {
  const tables = Object.values(OF).map(({ table }) => Prisma.sql`SELECT FROM ${table}`);
  const rows = await tx.$queryRaw<{ held: boolean }[]>`SELECT EXISTS (${Prisma.join(tables, ' UNION ALL ')}) AS held`;
  return rows[0]?.held === false;
}
