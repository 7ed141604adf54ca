import type { Visibility, Withheld } from '../../../../explain/explain.ts';
import type { Reason } from '../../../../../policy/grant.ts';

/** What an answer says of one originator. */
export interface OfOriginator {
  readonly originator: string;
  readonly disclosed: readonly string[];
  /** Whatever the row. */
  readonly withheld: readonly Alike[];
  /** On some rows. */
  readonly someRows: readonly Alike[];
  readonly contact: Withheld['contact'];
  readonly obligations: Visibility['obligations'];
}

/** Fields that are withheld for the same reason and by the same clauses. */
export interface Alike {
  readonly reason: Reason;
  readonly clauses: readonly string[];
  readonly fields: readonly Withheld[];
}

/** Which of it is looked at; empty: all. */
export interface Filter {
  readonly originator: string;
  readonly reason: string;
}

/** What visibility says, by originator: those that withhold most certainly first come as they are told, by code. */
export function byOriginator(
  { withheld, disclosed, obligations }: Visibility,
  filter: Filter,
): readonly OfOriginator[] {
  const codes = new Set([...withheld, ...disclosed].map(({ originator }) => originator));
  return [...codes]
    .filter((code) => filter.originator === '' || filter.originator === code)
    .sort()
    .map((originator) => {
      const own = withheld.filter((one) => one.originator === originator && fits(one, filter));
      return {
        originator,
        disclosed: disclosed.find((one) => one.originator === originator)?.clauses ?? [],
        withheld: alike(own.filter(({ reason }) => reason !== 'ROW_CONDITION')),
        someRows: alike(own.filter(({ reason }) => reason === 'ROW_CONDITION')),
        contact: withheld.find((one) => one.originator === originator)?.contact ?? null,
        obligations: obligations.filter((one) => one.originator === originator),
      };
    })
    .filter((one) => filter.reason === '' || one.withheld.length + one.someRows.length > 0);
}

function fits({ reason }: Withheld, filter: Filter): boolean {
  return filter.reason === '' || filter.reason === reason;
}

function alike(withheld: readonly Withheld[]): readonly Alike[] {
  const groups = new Map<string, { reason: Reason; clauses: readonly string[]; fields: Withheld[] }>();
  for (const one of withheld) {
    const key = [one.reason, ...one.clauses].join(' ');
    const group = groups.get(key) ?? { reason: one.reason, clauses: one.clauses, fields: [] };
    group.fields.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Whether other agencies' data was asked for. Where nothing is anybody else's, a null says what it says everywhere. */
export function asksOthers({ withheld, disclosed }: Visibility): boolean {
  return withheld.length + disclosed.length > 0;
}

/** Counts for the head: fields, and the agencies that withhold them. */
export function countsIn({ withheld }: Visibility) {
  const certain = withheld.filter(({ reason }) => reason !== 'ROW_CONDITION');
  const some = withheld.filter(({ reason }) => reason === 'ROW_CONDITION');
  const agencies = (those: readonly Withheld[]) => new Set(those.map(({ originator }) => originator)).size;
  return {
    withheld: { fields: certain.length, agencies: agencies(certain) },
    someRows: { fields: some.length, agencies: agencies(some) },
  };
}

export function fieldsIn(groups: readonly Alike[]): number {
  return groups.reduce((sum, { fields }) => sum + fields.length, 0);
}
