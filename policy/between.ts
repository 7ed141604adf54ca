import type { EntityType } from '../schema/contract.ts';
import { selfAndWider, type Purposes } from '../schema/purposes.ts';
import type { ClauseId } from './clause-id.ts';
import { ALWAYS, allOf, anyOf, test, within, type Condition } from './condition/condition.ts';
import type { Membership } from './groups.ts';
import type { AgencyEntry } from './parties.ts';
import type { Rule } from './rule.ts';

/** A clause between two agencies, with the rows of a family that it speaks of between them. */
export interface RuleBetween {
  readonly rule: Rule;
  readonly rows: (family: EntityType) => Condition;
}

/** The rules that stand between an originator and a recipient, whoever asks and what for. */
export function rulesBetween(
  rules: readonly Rule[],
  originator: string,
  recipient: string,
  agencies: ReadonlyMap<string, AgencyEntry>,
): readonly RuleBetween[] {
  return rules.flatMap((rule) => {
    const contributing = contributions(rule, originator);
    const receiving = (rule.to.get(recipient) ?? []).filter(
      ({ participation }) => !rule.participants || rule.participants.has(participation),
    );
    if (contributing.length === 0 || receiving.length === 0) return [];
    if (rule.reciprocal && contributions(rule, recipient).length === 0) return [];
    const countries = {
      originatorCountry: agencies.get(originator)?.country,
      recipientCountry: agencies.get(recipient)?.country,
    };
    const rowsOfOne = (family: EntityType, from: Membership, to: Membership) =>
      allOf([
        rule.rows(family, { ...countries, accession: to.since ?? rule.effective }),
        ...(rule.effect === 'share' ? [recordedSince(from, family), recordedSince(to, family)] : []),
      ]);
    const rows = (family: EntityType) =>
      anyOf(contributing.flatMap((from) => receiving.map((to) => rowsOfOne(family, from, to))));
    return [{ rule, rows: memoise(rows) }];
  });
}

/** How an agency shares under a clause; what it withholds, it withholds as an observer too. */
export function contributions({ id, from, effect }: Rule, agency: string): readonly Membership[] {
  const all = from.get(agency) ?? [];
  if (effect === 'withhold') return all;
  return all.filter(({ participation, reserves }) => participation !== 'observer' && !reserves.has(id));
}

/** Who joined without back-dating shares and receives what is recorded, or opened, from that day on. */
function recordedSince({ since, backDated }: Membership, family: EntityType): Condition {
  if (backDated || since === undefined || family === 'LiaisonContact') return ALWAYS;
  const from = since;
  const records = allOf([within('Record'), test({ name: 'recordedOn', owners: ['Record'] }, { op: 'range', from })]);
  const cases = allOf([within('Case'), test({ name: 'openedOn', owners: ['Case'] }, { op: 'range', from })]);
  if (family === 'Record') return records;
  return family === 'Case' ? cases : anyOf([records, cases]);
}

function memoise(compute: (family: EntityType) => Condition): (family: EntityType) => Condition {
  const known = new Map<EntityType, Condition>();
  return (family) => {
    const value = known.get(family) ?? compute(family);
    known.set(family, value);
    return value;
  };
}

/** Clauses that share anything for an area of crime. */
export function givingFor(area: string, between: readonly RuleBetween[], purposes: Purposes): readonly ClauseId[] {
  const areas = selfAndWider(purposes.areas, area);
  if (areas.length === 0) return [];
  const giving = between
    .filter(({ rule }) => rule.effect === 'share' && rule.disclosure !== 'SILENT')
    .filter(({ rule }) => !rule.purpose.areas || areas.some((one) => rule.purpose.areas?.includes(one)));
  return [...new Set(giving.map(({ rule }) => rule.id))].sort();
}
