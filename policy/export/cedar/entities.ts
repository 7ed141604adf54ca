import type { Contract } from '../../../schema/contract.ts';
import type { Purposes, Term } from '../../../schema/purposes.ts';

/** An entity, as Cedar reads it in JSON. */
export interface Entity {
  readonly uid: EntityName;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly parents: readonly EntityName[];
}

export interface EntityName {
  readonly type: string;
  readonly id: string;
}

/** What lies in what, whatever the request: fields in categories, areas and uses in wider ones. */
export function standingEntities(contract: Contract, purposes: Purposes): readonly Entity[] {
  const fields = [...contract.governed.values()].map(({ coordinate, category }) =>
    under('Field', coordinate, category ? { type: 'Category', id: category } : undefined),
  );
  return [...fields, ...terms('Area', purposes.areas), ...terms('Use', purposes.uses)];
}

function terms(type: string, of: ReadonlyMap<string, Term>): readonly Entity[] {
  return [...of.values()].map(({ code, under: wider }) => under(type, code, wider ? { type, id: wider } : undefined));
}

function under(type: string, id: string, parent: EntityName | undefined): Entity {
  return { uid: { type, id }, attrs: {}, parents: parent ? [parent] : [] };
}
