import type { Obligations } from '../../policy/agreement.ts';
import type { Grant } from '../../policy/grant.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Disclosing } from './disclosing.ts';

/** What the recipient owes an originator for what a clause discloses. */
export interface Owed extends Obligations {
  readonly originator: string;
  readonly clause: ClauseId;
}

/** What is owed for an answer: carried with it, whether or not it has rows. */
export function owedFor(disclosing: readonly Disclosing[], grant: Grant): readonly Owed[] {
  return disclosing.flatMap(({ originator, clauses }) =>
    grant.obligations([...clauses.keys()]).map(({ clause, obligations }) => ({ originator, clause, ...obligations })),
  );
}
