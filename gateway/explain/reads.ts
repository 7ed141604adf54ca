import type { ClauseId } from '../../policy/clause-id.ts';
import { foundAnyhow, shownInFull } from '../../policy/cell.ts';
import { NEVER } from '../../policy/condition/condition.ts';
import { implies } from '../../policy/condition/implies.ts';
import type { Grant, Reason } from '../../policy/grant.ts';
import type { SurveyedRead } from '../../policy/projection/survey.ts';

/**
 * Why rows of an originator do not answer to an argument that reads a coordinate, or some do not; undefined: all that
 * appear do. Told from the grant, never from a row.
 */
export function reasonOfRead(
  { coordinate, takes }: SurveyedRead,
  originator: string,
  grant: Grant,
): { readonly reason: Reason; readonly clauses: readonly ClauseId[] } | undefined {
  const cell = grant.cell(originator, coordinate);
  const rows = takes === 'found' ? foundAnyhow(cell) : shownInFull(cell);
  if (rows === NEVER) {
    const closed = cell.rows === NEVER ? grant.reason(originator, coordinate) : undefined;
    return closed ?? { reason: 'NOT_COVERED', clauses: [] };
  }
  const appears = grant.visible(originator, coordinate.slice(0, coordinate.indexOf('.')));
  if (implies(appears, rows)) return undefined;
  return { reason: 'ROW_CONDITION', clauses: [...cell.shares, ...cell.withholds] };
}
