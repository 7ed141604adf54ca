import type { ConflictRole, Met } from '../../../policy/deconfliction.ts';
import type { DeclaredMeeting } from './meeting.ts';

/** How a conflict stands. */
export const CONFLICT_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const;
export type ConflictStatus = (typeof CONFLICT_STATUSES)[number];

/** What a party says becomes of its work. */
export const OUTCOMES = ['GOES_FIRST', 'MERGED', 'STOOD_DOWN'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who goes first. */
export const FIRSTS = ['ORIGINATOR', 'SEARCHER'] as const;
export type First = (typeof FIRSTS)[number];

/** Somebody who was told of a conflict, and what they said. Instants are ISO 8601 texts. */
export interface SideRow {
  readonly agency: string;
  readonly role: ConflictRole;
  readonly dueAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly outcome: Outcome | null;
  readonly first: First | null;
  readonly answeredAt: string | null;
}

/** A conflict as it is kept, with everybody who was told. Who may still know of it, agreements say. */
export interface ConflictRow {
  readonly id: string;
  readonly originator: string;
  readonly searcher: string;
  readonly originator_declaration: string;
  readonly searcher_declaration: string;
  readonly originator_areas: readonly string[];
  readonly searcher_areas: readonly string[];
  readonly originator_contact: string | null;
  readonly searcher_contact: string | null;
  readonly met: Met;
  readonly opened_at: Date;
  readonly status: ConflictStatus;
  readonly escalated_at: Date | null;
  readonly over_at: Date | null;
  readonly sides: readonly SideRow[];
}

/** What agreements are asked about. */
export function meetingIn(row: ConflictRow): DeclaredMeeting {
  return {
    originator: { id: row.originator_declaration, agency: row.originator, areas: row.originator_areas },
    searcher: { id: row.searcher_declaration, agency: row.searcher, areas: row.searcher_areas },
    met: row.met,
  };
}

/** Selects conflicts as `conflict`, and the two declarations as `theirs` and `ours`; conditions and an order follow. */
export const SELECT_CONFLICTS = `
  SELECT conflict.id, originator, searcher, originator_declaration, searcher_declaration, originator_areas, searcher_areas,
    theirs.contact_id AS originator_contact, ours.contact_id AS searcher_contact, met, opened_at, status, escalated_at,
    over_at,
    (SELECT jsonb_agg(jsonb_build_object('agency', side.agency, 'role', role, 'dueAt', due_at,
      'acknowledgedAt', acknowledged_at, 'outcome', outcome, 'first', first, 'answeredAt', answered_at) ORDER BY role)
      FROM side WHERE side.conflict = conflict.id) AS sides
  FROM conflict
  JOIN declaration AS theirs ON theirs.id = originator_declaration
  JOIN declaration AS ours ON ours.id = searcher_declaration`;
