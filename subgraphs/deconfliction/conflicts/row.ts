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

/** What somebody has said of a conflict. Instants are ISO 8601 texts. */
export interface Words {
  readonly acknowledgedAt: string | null;
  readonly outcome: Outcome | null;
  readonly first: First | null;
  readonly answeredAt: string | null;
}

/** Somebody who was told of a conflict, and what they said. Instants are ISO 8601 texts. */
export interface SideRow extends Words {
  readonly agency: string;
  readonly role: ConflictRole;
  readonly toldAt: string;
  /** Since when it has been told by which clause. */
  readonly toldOf: Readonly<Record<string, string>>;
  /** Who was told of the conflict when it said what it said. */
  readonly heard: readonly string[];
  /** Since when an answer is overdue, as far as it was told. */
  readonly escalatedAt: string | null;
  /** How often it has answered since the conflict was opened last, and how many notes it has written. */
  readonly answers: number;
  readonly notes: number;
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
  /** Since when there is nothing left to resolve, because one of the two is over. */
  readonly over_at: Date | null;
  /** When one of the two is over, as they stand. */
  readonly lapses_at: Date | null;
  /** Until when the operation of each is ahead or under way; null: it is none, but a target. */
  readonly originator_operation_until: Date | null;
  readonly searcher_operation_until: Date | null;
  /** Whose declaration was there first is not whose was declared first: it met by what came later. */
  readonly against_order: boolean;
  /** Who was told when it was told last, and under which duties; '': before that was kept. */
  readonly told: readonly string[];
  readonly told_by: string;
  /** The clauses under which somebody was told that an answer is overdue. */
  readonly overdue: readonly string[];
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

/** What of its own is in a conflict; undefined: who is this to it coordinates. */
export function ownDeclaration(
  row: Pick<ConflictRow, 'originator_declaration' | 'searcher_declaration'>,
  role: ConflictRole,
): string | undefined {
  switch (role) {
    case 'ORIGINATOR':
      return row.originator_declaration;
    case 'SEARCHER':
      return row.searcher_declaration;
    case 'COORDINATOR':
      return undefined;
  }
}

/** When one of two declarations is over, `theirs` and `ours`: one is ended, or both operations have taken place. */
export const LAPSES_AT =
  'least(theirs.until, ours.until, theirs.ended_at, ours.ended_at, greatest(upper(theirs.span), upper(ours.span)))';

/** Until when an operation is ahead or under way: it is called off, or has taken place. Of a target: null. */
const operationUntil = (declaration: 'theirs' | 'ours') =>
  `CASE ${declaration}.kind WHEN 'EVENT' THEN least(upper(${declaration}.span), ${declaration}.ended_at) END`;

/** Selects conflicts as `conflict`, and the two declarations as `theirs` and `ours`; conditions and an order follow. */
export const SELECT_CONFLICTS = `
  SELECT conflict.id, originator, searcher, originator_declaration, searcher_declaration, originator_areas, searcher_areas,
    theirs.contact_id AS originator_contact, ours.contact_id AS searcher_contact, met, opened_at, status, over_at,
    ${LAPSES_AT} AS lapses_at, ${operationUntil('theirs')} AS originator_operation_until,
    ${operationUntil('ours')} AS searcher_operation_until, theirs.arrived > ours.arrived AS against_order, told, told_by, overdue,
    coalesce((SELECT jsonb_agg(jsonb_build_object('agency', side.agency, 'role', role, 'toldAt', told_at, 'toldOf', told_of,
      'heard', to_jsonb(heard), 'escalatedAt', escalated_at, 'answers', answers, 'notes', notes,
      'acknowledgedAt', acknowledged_at, 'outcome', outcome, 'first', first, 'answeredAt', answered_at) ORDER BY role)
      FROM side WHERE side.conflict = conflict.id), '[]') AS sides
  FROM conflict
  JOIN declaration AS theirs ON theirs.id = originator_declaration
  JOIN declaration AS ours ON ours.id = searcher_declaration`;
