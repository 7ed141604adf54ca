import type { ConflictRow, ConflictStatus, First, SideRow } from './row.ts';

/** What one side has to go by. */
interface Standing {
  readonly row: ConflictRow;
  readonly status: ConflictStatus;
  readonly own: SideRow;
  /** The parties that are told, itself among them. */
  readonly parties: readonly SideRow[];
  readonly now: Date;
}

/**
 * Whether a side waits whom an agreement makes wait: until the two have said what fits, and if the other’s operation goes
 * first, until that is over. A target may have no end: nobody waits for it. Where this side alone is told, it waits until
 * it has said that it knows.
 */
export function waits({ row, status, own, parties, now }: Standing): boolean {
  if (own.role === 'COORDINATOR' || row.over_at) return false;
  const others = parties.filter(({ agency }) => agency !== own.agency);
  if (others.length === 0) return status !== 'RESOLVED' && own.acknowledgedAt === null;
  if (others.some(({ outcome }) => outcome === 'STOOD_DOWN')) return false;
  if (status !== 'RESOLVED') return true;
  return own.first !== null && own.first !== own.role && isAhead(row, own.first, now);
}

/** Whose turn it is has an operation that is neither over nor called off. */
function isAhead(row: ConflictRow, first: First, now: Date): boolean {
  const until = first === 'ORIGINATOR' ? row.originator_operation_until : row.searcher_operation_until;
  return until !== null && until > now;
}
