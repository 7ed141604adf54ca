import type { AnsweredProfile, HitInProfile } from './answered.ts';
import type { Titled } from './told.ts';
import type { ClausesOf } from './values.ts';

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
