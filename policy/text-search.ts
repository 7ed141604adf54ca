import {
  TEXT_FAMILIES,
  TEXT_HITS,
  TEXT_SEARCH,
  textFieldsOf,
  type TextFamily,
  type TextField,
} from '../schema/text-search.ts';
import { shownInFull } from './cell.ts';
import { NEVER, allOf, type Condition } from './condition/condition.ts';
import { evaluate, type Row } from './condition/evaluate.ts';
import type { Grant } from './grant.ts';
import type { AgencyEntry } from './parties.ts';

/** The objects that answer to a text by each of their fields. A field by which none does is left out. */
export type TextRows = ReadonlyMap<TextField, Condition>;

/**
 * The records, or cases, of an originator that a viewer may find by text: by each field those that appear, and on which
 * it is shown as it is. What is masked or generalised leads to nothing: that a text stands there would tell more than is
 * shown.
 */
export function rowsByText(grant: Grant, originator: string, family: TextFamily): TextRows {
  const appears = grant.visible(originator, family);
  const rows = textFieldsOf(family).map(
    ([field, coordinate]) => [field, allOf([appears, shownInFull(grant.cell(originator, coordinate))])] as const,
  );
  return new Map(rows.filter(([, condition]) => condition !== NEVER));
}

/** Those of the fields in which a text was found by which an object answers. None: it was not found. */
export function fieldsFound(foundIn: unknown, rows: TextRows, row: Row): readonly TextField[] {
  const told: readonly unknown[] = Array.isArray(foundIn) ? foundIn : [];
  return [...rows].flatMap(([field, condition]) =>
    told.includes(field) && evaluate(condition, row) === true ? [field] : [],
  );
}

/** A search by text, or what it found. */
export type TextRole = { readonly is: 'text-search' } | { readonly is: 'text-hit'; readonly family: TextFamily };

/** What a type of an agency's is to a search by text; undefined: nothing. */
export function textRoleOf(typename: string, { prefix }: Pick<AgencyEntry, 'prefix'>): TextRole | undefined {
  if (typename === prefix + TEXT_SEARCH) return { is: 'text-search' };
  const family = TEXT_FAMILIES.find((one) => typename === prefix + TEXT_HITS[one].type);
  return family && { is: 'text-hit', family };
}

/** The interface that such a type implements. */
export function textInterfaceOf(role: TextRole): string {
  return role.is === 'text-search' ? TEXT_SEARCH : TEXT_HITS[role.family].type;
}

/** Whether a field of such a type is one that no clause names: the objects decide for themselves, and so what leads to them. */
export function isOfTexts(role: TextRole, field: string): boolean {
  if (role.is === 'text-search')
    return field === 'id' || field === 'originator' || familyOfHits(role, field) !== undefined;
  return field === 'foundIn' || field === 'rank' || field === TEXT_HITS[role.family].object;
}

/** What a field of a search by text finds; undefined: it answers with no hits. */
export function familyOfHits({ is }: { readonly is: string }, field: string): TextFamily | undefined {
  return is === 'text-search' ? TEXT_FAMILIES.find((family) => TEXT_HITS[family].field === field) : undefined;
}
