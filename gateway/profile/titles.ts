import type { ClauseId } from '../../policy/clause-id.ts';
import type { AnsweredProfile, HitInProfile } from './answered.ts';
import type { ClausesOf } from './values.ts';

/** What a record or a case is called in which values stand. */
export interface Titled {
  readonly originator: string;
  readonly record?: string;
  readonly case?: string;
  readonly title: string;
  /** Those that share the title with the viewer; of their own agency's data, none. */
  readonly clauses: readonly ClauseId[];
}

/** The titles that are shown, of records, then of cases. */
export function titlesIn({ records, cases }: AnsweredProfile, clausesOf: ClausesOf): readonly Titled[] {
  return [
    ...records.flatMap((hit) => titleOf(hit, 'record', 'Record.title', clausesOf)),
    ...cases.flatMap((hit) => titleOf(hit, 'case', 'Case.title', clausesOf)),
  ];
}

function titleOf(
  hit: HitInProfile | null,
  which: 'record' | 'case',
  coordinate: string,
  clausesOf: ClausesOf,
): readonly Titled[] {
  const { id, title } = hit?.[which] ?? {};
  if (!hit || id === undefined || typeof title !== 'string') return [];
  const { code: originator } = hit.originator;
  return [{ originator, [which]: id, title, clauses: clausesOf(originator, coordinate) }];
}
