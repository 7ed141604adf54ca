import type { Labels } from '../../../policy/condition/evaluate.ts';
import type { Disclosure } from '../../../policy/rule.ts';
import { LABEL_COLUMNS, type Family } from '../columns.ts';

/** A pointer that the grant discloses, as far as it does. */
export interface Hit {
  readonly family: Family;
  readonly id: string;
  readonly originator: string;
  readonly contactId: string | null;
  readonly disclosure: Disclosure;
  /** What it is sorted by; null where that is not shown, or there is none. */
  readonly key: string | null;
  readonly labels: Labels;
}

/** A row of `hitsSql`, with its labels under their own names. */
export interface HitRow extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly originator: string;
  readonly contact_id: string | null;
  readonly disclosure: Disclosure;
  readonly key: string | null;
  readonly absent: readonly string[] | null;
}

/** Reads a row. */
export function hitOf(family: Family, row: HitRow): Hit {
  const { id, originator, contact_id: contactId, disclosure, key } = row;
  return { family, id, originator, contactId, disclosure, key, labels: labelsIn(family, row) };
}

/** A label without a value is left out, unless it is known that there is none. */
function labelsIn(family: Family, row: HitRow): Labels {
  const entries = [...LABEL_COLUMNS[family].keys()].map((name) => [name, row[name] ?? null] as const);
  return Object.fromEntries(entries.filter(([name, value]) => value !== null || row.absent?.includes(name)));
}
