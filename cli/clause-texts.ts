import type { SignedAgreement } from '../policy/lifecycle.ts';
import type { ClauseId } from '../policy/clause-id.ts';

/** A clause as its authors wrote it. */
export interface ClauseText {
  readonly id: ClauseId;
  readonly text: string;
  /** Title of its agreement. */
  readonly agreement: string;
}

/** Every clause of the agreements by the id that answers name it by. */
export function clauseTexts(agreements: readonly SignedAgreement[]): ReadonlyMap<ClauseId, ClauseText> {
  return new Map(
    agreements.flatMap(({ agreement }) =>
      agreement.clauses.map(({ id, text }) => {
        const clause = `${agreement.id}#${id}`;
        return [clause, { id: clause, text: text.trim(), agreement: agreement.title }] as const;
      }),
    ),
  );
}
