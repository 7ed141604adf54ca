import type { Obligations } from './agreement.ts';
import type { ClauseId } from './clause-id.ts';
import type { Disclosure } from './rule.ts';

/** A clause by which objects are found, and what it tells of them. */
export interface FindingClause {
  readonly clause: ClauseId;
  readonly disclosure: Exclude<Disclosure, 'FULL'> | 'SILENT';
}

/** A clause, and what the recipient owes for what it discloses. */
export interface ClauseObligations {
  readonly clause: ClauseId;
  readonly obligations: Obligations;
}
