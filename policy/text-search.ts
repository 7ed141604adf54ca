import { TEXT_COORDINATES, TEXT_FIELDS, TEXT_HIT, TEXT_SEARCH, type TextField } from '../schema/text-search.ts';
import { shownInFull } from './cell.ts';
import { NEVER, allOf, type Condition } from './condition/condition.ts';
import { evaluate, type Row } from './condition/evaluate.ts';
import type { Grant } from './grant.ts';
import type { AgencyEntry } from './parties.ts';

/** The records that answer to a text by each of their fields. A field by which none does is left out. */
export type TextRows = ReadonlyMap<TextField, Condition>;

/**
 * The records of an originator that a viewer may find by text: by each field those that appear, and on which it is shown
 * as it is. What is masked or generalised leads to nothing: that a text stands there would tell more than is shown.
 */
export function rowsByText(grant: Grant, originator: string): TextRows {
  const appears = grant.visible(originator, 'Record');
  const rows = TEXT_FIELDS.map((field) => {
    const shown = shownInFull(grant.cell(originator, TEXT_COORDINATES[field]));
    return [field, allOf([appears, shown])] as const;
  });
  return new Map(rows.filter(([, condition]) => condition !== NEVER));
}

/** Those of the fields in which a text was found by which a record answers. None: the record was not found. */
export function fieldsFound(foundIn: unknown, rows: TextRows, row: Row): readonly TextField[] {
  const told: readonly unknown[] = Array.isArray(foundIn) ? foundIn : [];
  return [...rows].flatMap(([field, condition]) =>
    told.includes(field) && evaluate(condition, row) === true ? [field] : [],
  );
}

/** What a type of an agency's is to a search by text; undefined: nothing. */
export function textRoleOf(typename: string, { prefix }: Pick<AgencyEntry, 'prefix'>): TextRole | undefined {
  if (typename === prefix + TEXT_SEARCH) return 'text-search';
  return typename === prefix + TEXT_HIT ? 'text-hit' : undefined;
}

/** A search by text, or what it found. */
export type TextRole = 'text-search' | 'text-hit';

/** The fields of these types that no clause names: records decide for themselves, and so what leads to them. */
export const TEXT_TYPE_FIELDS: Readonly<Record<TextRole, ReadonlySet<string>>> = {
  'text-search': new Set(['id', 'originator', 'hits']),
  'text-hit': new Set(['record', 'foundIn']),
};
