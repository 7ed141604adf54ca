import { after, id, sealed, type World } from './world.ts';

/** What a party sees of its own target. */
export interface SeenTarget {
  readonly mayProceed: boolean;
  readonly conflicts: readonly SeenConflict[];
}

/** What a party sees of a conflict. */
export interface SeenConflict {
  readonly id: string;
  readonly status: string;
  readonly role: string;
  readonly disclosure: string;
  readonly clauses: readonly string[];
  readonly holds: boolean;
  readonly over: boolean;
  readonly answerBy: string | null;
  readonly escalatedAt: string | null;
  readonly others: readonly {
    readonly role: string;
    readonly agency: { readonly code: string };
    readonly contact: unknown;
  }[];
  readonly answers: readonly {
    readonly role: string;
    readonly outcome: string | null;
    readonly first: string | null;
  }[];
  readonly openedAt: string;
  readonly history: { readonly edges: readonly { readonly cursor: string; readonly node: SeenEntry }[] };
}

/** What a party sees of what happened to a conflict. */
export interface SeenEntry {
  readonly at: string;
  readonly event: string;
  readonly role: string | null;
  readonly note: string | null;
}

/** What happened to a conflict, the first first, and whose doing it was. */
export function happenedIn({ history }: SeenConflict): readonly string[] {
  return history.edges.map(({ node }) => `${node.event} ${node.role ?? '-'}`).reverse();
}

export const CONFLICT = `id status role disclosure clauses holds over openedAt answerBy escalatedAt
  others { role agency { code } contact { __typename id } } answers { role outcome first }
  history(first: 100) { edges { cursor node { at event role note } } }`;

const DECLARE_TARGET = `mutation ($id: ID!, $selectors: [TargetSelectorInput!]!, $kind: DeclaredTargetKind, $contact: ID, $areas: [String!]) {
  declareTarget(id: $id, selectors: $selectors, kind: $kind, contact: $contact, areas: $areas) {
    mayProceed conflicts { ${CONFLICT} } } }`;

const DECLARE_EVENT = `mutation ($id: ID!, $place: PlaceInput!, $from: DateTime!, $until: DateTime!) {
  declareEvent(id: $id, operation: SEARCH_WARRANT, place: $place, from: $from, until: $until) {
    mayProceed conflicts { ${CONFLICT} } } }`;

/** A telephone number that somebody watches, unless told otherwise. */
export interface TargetOf {
  readonly n: number;
  readonly phone?: string;
  readonly kind?: string;
  readonly contact?: string;
  readonly areas?: readonly string[];
}

/** Declares a target. */
export async function watch(
  world: World,
  agency: string,
  { n, phone = '+12025550143', kind = 'WATCH', ...rest }: TargetOf,
) {
  const variables = { id: id(n), selectors: [{ phone: sealed('PHONE', phone) }], kind, ...rest };
  const { declareTarget } = await world.data<{ declareTarget: SeenTarget }>(agency, DECLARE_TARGET, variables);
  return declareTarget;
}

/** An operation at noon in the middle of the ocean, unless told otherwise. */
export interface EventOf {
  readonly n: number;
  readonly latitude?: number;
  readonly longitude?: number;
  /** Hours after the beginning. */
  readonly from?: number;
  readonly hours?: number;
}

/** Declares an operation. */
export async function plan(world: World, agency: string, event: EventOf) {
  const { n, latitude = 0, longitude = 0, from = 24, hours = 1 } = event;
  const times = { from: after(from).toISOString(), until: after(from + hours).toISOString() };
  const variables = { id: id(n), place: { latitude, longitude }, ...times };
  const { declareEvent } = await world.data<{ declareEvent: SeenTarget }>(agency, DECLARE_EVENT, variables);
  return declareEvent;
}

/** The conflicts that an agency sees. */
export async function conflictsOf(world: World, agency: string): Promise<readonly SeenConflict[]> {
  const query = `{ conflicts(first: 100) { edges { node { ${CONFLICT} } } } }`;
  const { conflicts } = await world.data<{ conflicts: { edges: readonly { node: SeenConflict }[] } }>(agency, query);
  return conflicts.edges.map(({ node }) => node);
}

/** What an agency was told, the first first: the kind, and the other agency. */
export async function toldTo(world: World, agency: string): Promise<readonly string[]> {
  const { rows } = await world.database.query<{ kind: string; recipient: string | null }>(
    'SELECT kind, recipient FROM notification.notification WHERE originator = $1 ORDER BY place',
    [agency],
  );
  return rows.map(({ kind, recipient }) => `${kind} ${recipient ?? '-'}`);
}
