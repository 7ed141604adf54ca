import { uuidOfBlind } from '../../../matching/blind-uuid.ts';
import type { ContributedSelector } from '../../../matching/contributed.ts';
import { POINTER_TYPES, familyOf, toldLabels, type PointerType, type ToldColumn } from '../columns.ts';
import type { Upsert } from './entry.ts';

/** A column of the rows that pointers and their selectors are written from, with its type in PostgreSQL. */
export interface RowColumn {
  readonly name: string;
  readonly type: string;
}

/** Every label column once. */
const LABELS: readonly ToldColumn[] = [
  ...new Map(
    Object.values(POINTER_TYPES).flatMap((type) => [...toldLabels(familyOf(type)).values()].map((c) => [c.column, c])),
  ).values(),
];

const SQL_TYPES = { text: 'text', date: 'date', boolean: 'boolean', list: 'text[]' } as const;

/** The columns of a row that go into the pointer as they are. */
export const POINTER_COLUMNS: readonly RowColumn[] = [
  { name: 'contact_id', type: 'uuid' },
  { name: 'absent', type: 'text[]' },
  ...LABELS.map(({ column, kind }) => ({ name: column, type: SQL_TYPES[kind] })),
  { name: 'subjects', type: 'jsonb' },
  { name: 'blinds', type: 'uuid[]' },
  { name: 'epoch', type: 'smallint' },
];

/**
 * The columns of a row: one pointer with all its selectors. `blinds`, `sources` and `subject_places` are equally long,
 * a selector in each place; a place of a subject is NULL for what is of the pointer itself.
 */
export const ROW_COLUMNS: readonly RowColumn[] = [
  { name: 'id', type: 'uuid' },
  { name: 'type', type: 'text' },
  ...POINTER_COLUMNS,
  { name: 'sources', type: 'smallint[]' },
  { name: 'subject_places', type: 'smallint[]' },
];

/** The labels that are told of a pointer of each type: looked up for every one of millions. */
const TOLD: Readonly<Record<PointerType, readonly (readonly [string, ToldColumn])[]>> = {
  RECORD: [...toldLabels('Record')],
  CASE: [...toldLabels('Case')],
  LIAISON_CONTACT: [...toldLabels('LiaisonContact')],
};

/** The row of an entry, by the names of `ROW_COLUMNS`, as JSON values. What is told twice stands in it once. */
export function rowOf({
  id,
  type,
  pointer,
}: Pick<Upsert, 'id' | 'type' | 'pointer'>): Readonly<Record<string, unknown>> {
  const selectors = eachOnce(pointer.selectors ?? []);
  const row: Record<string, unknown> = {
    id,
    type,
    contact_id: pointer.contactId,
    absent: TOLD[type].flatMap(([name]) => (pointer.labels[name] === null ? name : [])),
    subjects: (pointer.subjects ?? []).map((one) => ({ id: one.id.toLowerCase(), type: one.type, labels: one.labels })),
    blinds: selectors.map(({ blind }) => uuidOfBlind(blind)),
    sources: selectors.map(({ source }) => source),
    subject_places: selectors.map(({ subject }) => subject ?? null),
    epoch: selectors.length > 0 ? pointer.epoch : null,
  };
  for (const [name, { column }] of TOLD[type]) row[column] = pointer.labels[name] ?? null;
  return row;
}

function eachOnce(selectors: readonly ContributedSelector[]): readonly ContributedSelector[] {
  const known = new Set<string>();
  return selectors.filter(({ source, subject, blind }) => {
    const before = known.size;
    return known.add(`${source} ${subject} ${blind}`).size > before;
  });
}
