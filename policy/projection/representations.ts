import type { Labels, Row } from '../condition/evaluate.ts';
import { treatmentOn } from '../cell.ts';
import { entityOf } from '../families.ts';
import type { Grant } from '../grant.ts';
import type { AgencyEntry } from '../parties.ts';
import { mask, year } from '../treatment.ts';
import type { Graph } from './graph.ts';

/** An entity's key and the fields that a subgraph requires of it, as a federation gateway sends them. */
export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** The representations of an entity fetch, by its variables; undefined: it is none. A client may call a variable so, too. */
export function representationsIn(variables: Readonly<Record<string, unknown>>): readonly Representation[] | undefined {
  const value = variables['representations'];
  return Array.isArray(value) && value.length > 0 && value.every(isRepresentation) ? value : undefined;
}

function isRepresentation(value: unknown): value is Representation {
  return typeof value === 'object' && value !== null && '__typename' in value && typeof value.__typename === 'string';
}

/** The data of a fetch of which nothing came: of an entity fetch null for each, in its place. */
export function nothingFor(variables: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const all = representationsIn(variables);
  return all ? { _entities: all.map(() => null) } : null;
}

/** The agency that a subgraph belongs to, as a recipient of other agencies' values. */
export interface RepresentationRecipient {
  /** Its code. Undefined: a hub, which holds pointers and is entitled to no content. */
  readonly agency: string | undefined;
  /** As it is a recipient itself. Undefined: a hub. */
  readonly grant: () => Grant | undefined;
  /** Labels of the entity, where an answer to the same request told them. */
  readonly labels: (typename: string, id: unknown) => Labels | undefined;
}

/**
 * Takes out of a representation what the subgraph that it is sent to is not itself entitled to: an agency is a
 * recipient too. Its own agency's entities go back as they came.
 */
export function projectRepresentation(
  representation: Representation,
  { agency, grant: grantOf, labels }: RepresentationRecipient,
  graph: Graph,
): Representation {
  if (isKeyAlone(representation)) return representation;
  const role = graph.role(representation.__typename);
  if (role.is !== 'entity' || role.owner === agency) return representation;
  const grant = grantOf();
  const owner = graph.agencies.find((agency) => agency.code === role.owner);
  const known = labels(representation.__typename, representation['id']) ?? {};
  const row: Row = { type: role.family, labels: known };
  const entries = Object.entries(representation).map(([field, value]) => {
    if (KEY.has(field)) return [field, value];
    return [field, grant && owner ? entitled(field, value, representation.__typename, owner, row, grant, graph) : null];
  });
  return Object.fromEntries(entries) as Representation;
}

const KEY: ReadonlySet<string> = new Set(['__typename', 'id']);

function isKeyAlone(representation: Representation): boolean {
  for (const field of Object.keys(representation)) if (!KEY.has(field)) return false;
  return true;
}

function entitled(
  field: string,
  value: unknown,
  typename: string,
  owner: AgencyEntry,
  row: Row,
  grant: Grant,
  { contract }: Graph,
): unknown {
  const family = entityOf(typename, owner) ?? row.type;
  const known = contract.types.get(family)?.fields.get(field);
  const cell = grant.cell(owner.code, known?.coordinate ?? `${typename}.${field}`);
  const treatment = treatmentOn(cell, row);
  if (treatment === 'full') return value;
  if (typeof value !== 'string' || treatment === undefined) return null;
  return treatment === 'masked' ? mask(value) : known?.valueType === 'PartialDate' ? year(value) : null;
}
