import type { ClauseId } from '../../../policy/clause-id.ts';
import type { Telling } from '../../../policy/deconfliction.ts';
import type { ConflictRow, SideRow } from './row.ts';
import { decidingIn } from './words.ts';

/** An answer that is due. */
export interface DueAnswer {
  readonly clause: ClauseId;
  readonly at: Date;
}

/** When the answers of a side are due, by the clauses that tell it, each counted from when it was told by that clause. */
export function dueAnswers({ toldOf }: SideRow, { answerTimes }: Telling): readonly DueAnswer[] {
  return answerTimes.flatMap(({ clause, hours }) => {
    const since = toldOf[clause];
    return since === undefined ? [] : [{ clause, at: new Date(new Date(since).getTime() + hours * 3_600_000) }];
  });
}

/** The answers that are owed, and of which nobody has been told yet that they are overdue: each by its clause. */
export function owedAnswers(
  row: Pick<ConflictRow, 'sides' | 'status' | 'over_at' | 'overdue'>,
  told: readonly Telling[],
): readonly DueAnswer[] {
  if (row.status === 'RESOLVED' || row.over_at) return [];
  const silent = decidingIn(row, told).filter(({ role, outcome }) => role !== 'COORDINATOR' && outcome === null);
  return silent
    .flatMap((side) =>
      dueAnswers(
        side,
        told.find(({ agency }) => agency === side.agency)!,
      ),
    )
    .filter(({ clause }) => !row.overdue.includes(clause));
}

/** The first of these; null: there is none. */
export function earliest(answers: readonly DueAnswer[]): Date | null {
  return answers.reduce<Date | null>((first, { at }) => (first === null || at < first ? at : first), null);
}
