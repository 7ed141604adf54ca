import type { Agreement } from '../../../policy/agreement.ts';
import { toyAgreement, type ToyClause } from '../toy-policy.ts';

/** An agreement between these parties, in force since 2009, with these clauses. */
export function agreed(
  parties: readonly string[],
  clauses: readonly ToyClause[],
  rest: Partial<Agreement> = {},
): Agreement {
  return toyAgreement([], clauses, { parties, ...rest });
}
