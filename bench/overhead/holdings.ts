import type { AgencyEntry } from '../../policy/parties.ts';
import { generate } from '../../subgraphs/agency/data/generate.ts';
import type { Stored } from '../../subgraphs/agency/rows/stored.ts';

/** An entity as a resolver gives it: fields under the contract's names, links as objects. */
export type Held = Readonly<Record<string, unknown>> & { readonly __typename: string; readonly id: string };

/** What one agency holds, in memory. */
export interface Holdings {
  readonly byId: ReadonlyMap<string, Held>;
  readonly records: readonly Held[];
}

/** Generates what an agency holds: as many records, and the cases and subjects around them. The same every time. */
export async function holdingsOf(agency: AgencyEntry, records: number): Promise<Holdings> {
  const byId = new Map<string, Held>();
  const recordsOfCase = new Map<string, Held[]>();
  for await (const entity of generate({ agency: agency.code, seed: 'bench', records })) {
    const held = linked(entity, agency, byId, recordsOfCase);
    byId.set(held.id, held);
    if (entity.type === 'Record' && entity.caseId) append(recordsOfCase, entity.caseId, held);
  }
  const all = [...byId.values()].filter(({ __typename }) => __typename.endsWith('Record'));
  return { byId, records: all };
}

/** No originator's mark narrows what is released, so that a gateway without rules has no more to carry than ours. */
const UNMARKED = { handling: null, obtainedFrom: null };

function linked(
  entity: Stored,
  { prefix, code }: AgencyEntry,
  byId: ReadonlyMap<string, Held>,
  recordsOfCase: ReadonlyMap<string, readonly Held[]>,
): Held {
  const { type, ...fields } = entity;
  const ids = fields as { readonly [link: string]: unknown };
  const one = (link: string) => byId.get(String(ids[link])) ?? null;
  const many = (link: string) =>
    ((ids[link] as readonly string[] | undefined) ?? []).flatMap((id) => byId.get(id) ?? []);
  return {
    ...fields,
    ...(type === 'Record' && UNMARKED),
    __typename: `${prefix}${type}`,
    originator: { __typename: 'Agency', code },
    subjects: many('subjectIds'),
    members: many('memberIds'),
    directors: many('directorIds'),
    contact: one('contactId'),
    case: one('caseId'),
    get records() {
      return recordsOfCase.get(entity.id) ?? [];
    },
  };
}

function append(lists: Map<string, Held[]>, key: string, value: Held): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}
