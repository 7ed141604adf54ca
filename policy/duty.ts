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
  /** Those who coordinate the groups that it names. One that left the charter of its group coordinates no more. */
  readonly coordinators: ReadonlySet<string>;
}

/** Who coordinates each group, by its code. */
export type Coordinators = ReadonlyMap<string, string>;

/** Who coordinates the groups that agreements in force found. */
export function coordinatorsIn(inForce: readonly AgreementAt[]): Coordinators {
  return new Map(
    inForce.flatMap(({ agreement, out }) =>
      Object.entries(agreement.groups ?? {}).flatMap(([code, { coordinator }]) =>
        out.has(code) || out.has(coordinator) ? [] : [[code, coordinator] as const],
      ),
    ),
  );
}

/** The duties of an agreement that is in force. */
export function dutiesOf(
  { agreement, out, outOfClause, replaced }: AgreementAt,
  groups: Groups,
  coordinators: Coordinators,
): readonly Duty[] {
  return agreement.clauses.flatMap(({ id, deconflict }) => {
    if (!deconflict || replaced.has(id)) return [];
    const without = new Set([...out, ...(outOfClause.get(id) ?? [])]);
    const reach = (codes: readonly string[]) =>
      new Set([...expand(codes, groups).keys()].filter((code) => !without.has(code)));
    const { from, to } = deconflict;
    const coordinating = [...from, ...to].flatMap((code) => coordinators.get(code) ?? []);
    return [
      {
        ...deconflict,
        id: `${agreement.id}#${id}`,
        from: reach(from),
        to: reach(to),
        coordinators: new Set(coordinating.filter((code) => !without.has(code))),
      },
    ];
  });
}
