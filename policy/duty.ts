import type { DeconflictionDuty } from './agreement.ts';
import { expand, type Groups } from './groups.ts';
import type { AgreementAt } from './lifecycle.ts';
import type { ClauseId } from './clause-id.ts';

/** A duty of de-confliction in force: whose targets and events are matched with whose. */
export interface Duty extends Omit<DeconflictionDuty, 'from' | 'to'> {
  readonly id: ClauseId;
  /** Agencies. One that withdrew from the agreement is not among them. */
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
}

/** The duties of an agreement that is in force. */
export function dutiesOf({ agreement, out, outOfClause, replaced }: AgreementAt, groups: Groups): readonly Duty[] {
  return agreement.clauses.flatMap(({ id, deconflict }) => {
    if (!deconflict || replaced.has(id)) return [];
    const without = new Set([...out, ...(outOfClause.get(id) ?? [])]);
    const reach = (codes: readonly string[]) =>
      new Set([...expand(codes, groups).keys()].filter((code) => !without.has(code)));
    return [{ ...deconflict, id: `${agreement.id}#${id}`, from: reach(deconflict.from), to: reach(deconflict.to) }];
  });
}
