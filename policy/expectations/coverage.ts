import type { Agreement } from '../agreement.ts';
import type { ClauseId } from '../clause-id.ts';

/** Which clauses with an effect on what is seen decided something in a test. */
export interface Coverage {
  readonly clauses: number;
  readonly decided: number;
  /** In percent, rounded down; 100 when there is no such clause. */
  readonly percent: number;
  /** Those that no test would miss, in the order of the documents. */
  readonly never: readonly ClauseId[];
}

/** Clauses that share or withhold, and whether tests cover them. */
export function coverageOf(agreements: readonly Agreement[], decided: ReadonlySet<ClauseId>): Coverage {
  const clauses = agreements.flatMap(({ id, clauses }) =>
    clauses.filter(({ share, withhold }) => share ?? withhold).map((clause): ClauseId => `${id}#${clause.id}`),
  );
  const never = clauses.filter((clause) => !decided.has(clause));
  const covered = clauses.length - never.length;
  const percent = clauses.length === 0 ? 100 : Math.floor((covered / clauses.length) * 100);
  return { clauses: clauses.length, decided: covered, percent, never };
}
