import { leftOutOf } from '../../../matching/contribute.ts';
import type { Contributed } from '../outbox/pointer.ts';
import { loadStored } from '../outbox/stored.ts';
import { loadSubjects } from '../outbox/subjects.ts';
import type { AgencyStore } from './agency-store.ts';

/** A record or a case that has more selectors than the index is told of. */
export interface LeftOut {
  readonly type: 'Record' | 'Case';
  readonly id: string;
  /** How many selectors the index is not told of. */
  readonly count: number;
}

const STEP = 200;

/** The records and cases of an agency by some of whose selectors nobody finds them. It reads everything that has any. */
export async function* leftOutIn({ prisma }: Pick<AgencyStore, 'prisma'>): AsyncGenerator<LeftOut> {
  const idsAfter = {
    records: (after: string) => prisma.record.findMany(page(after)),
    cases: (after: string) => prisma.case.findMany(page(after)),
  };
  for (const list of ['records', 'cases'] as const) {
    for (let after = FIRST; ;) {
      const ids = (await idsAfter[list](after)).map(({ id }) => id);
      const last = ids.at(-1);
      if (last === undefined) break;
      yield* leftOutAmong(prisma, await loadStored(prisma, { ...NONE, [list]: ids }));
      after = last;
    }
  }
}

async function* leftOutAmong(prisma: AgencyStore['prisma'], entities: readonly Contributed[]): AsyncGenerator<LeftOut> {
  const matched = entities.flatMap((entity) => (entity.type === 'LiaisonContact' ? [] : [entity]));
  const subjects = await loadSubjects(
    prisma,
    matched.flatMap(({ subjectIds }) => subjectIds),
  );
  for (const entity of matched) {
    const named = entity.subjectIds.flatMap((id) => subjects.get(id) ?? []);
    const count = leftOutOf(entity, named);
    if (count > 0) yield { type: entity.type, id: entity.id, count };
  }
}

const NONE = { records: [], cases: [], contacts: [] };
const FIRST = '00000000-0000-0000-0000-000000000000';

function page(after: string) {
  return { where: { id: { gt: after } }, orderBy: { id: 'asc' }, select: { id: true }, take: STEP } as const;
}
