import type { ClauseId } from '../../policy/clause-id.ts';
import type { ContractField } from '../../schema/contract.ts';
import { contract } from '../../schema/contract.ts';
import type { AnsweredMember, AnsweredProfile } from './answered.ts';
import { contradicts, isLikeAnother, normalForm } from './compare.ts';
import { statedOf } from './stated.ts';
import type { ProfiledCoordinate, Sourced } from './told.ts';

/** The clauses by which a coordinate of an originator is shared. */
export type ClausesOf = (originator: string, coordinate: string) => readonly ClauseId[];

/** What is shown of some members, coordinate by coordinate, in the order of the contract. */
export function valuesOf(
  members: readonly AnsweredMember[],
  profile: AnsweredProfile,
  clausesOf: ClausesOf,
): readonly ProfiledCoordinate[] {
  const stated = statedOf(members, profile);
  return FIELDS.flatMap((field) => {
    const { coordinate } = field;
    const told = stated
      .filter(({ member }) => TYPES[member.kind ?? 'PERSON'] === field.type)
      .flatMap(({ subject, member, from }) => {
        const source = { originator: member.originator.code, member: member.key, ...from };
        const clauses = clausesOf(source.originator, coordinate);
        return valuesIn(subject[field.field]).map((value) => ({ value, source: { ...source, clauses } }));
      });
    return told.length > 0 ? [sideBySide(field, told)] : [];
  });
}

const TYPES = { PERSON: 'Person', GROUP: 'Group', ORGANIZATION: 'Organization' } as const;

const FIELDS: readonly ContractField[] = [...contract.governed.values()].filter(({ type }) =>
  Object.values<string>(TYPES).includes(type),
);

/** A value of one member in one record or case. */
interface Told {
  readonly value: unknown;
  readonly source: Sourced;
}

function sideBySide(field: ContractField, told: readonly Told[]): ProfiledCoordinate {
  const { coordinate } = field;
  const byForm = new Map<string, Told[]>();
  for (const one of told) {
    const form = normalForm(coordinate, one.value);
    byForm.set(form, [...(byForm.get(form) ?? []), one]);
  }
  const values = [...byForm.values()].map((same) => {
    const written = [...new Map(same.map(({ value }) => [JSON.stringify(value), value])).values()];
    const [value, ...alsoWritten] = written;
    const others = told.filter((one) => !same.includes(one)).map((one) => one.value);
    return {
      value,
      ...(alsoWritten.length > 0 && { alsoWritten }),
      ...(isLikeAnother(coordinate, value, others) && { variant: true as const }),
      originators: distinct(same.map(({ source }) => source)),
    };
  });
  const byMember = [...new Set(told.map(({ source }) => source.member))].map((member) =>
    told.filter(({ source }) => source.member === member).map(({ value }) => value),
  );
  return { coordinate, values, contradictory: contradicts(coordinate, byMember) };
}

/** Items of a list are values of their own. What is withheld, or is known not to be there, is none. */
function valuesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  if (value === null || value === undefined) return [];
  return typeof value === 'object' && Object.values(value).every((part) => part === null) ? [] : [value];
}

function distinct(sources: readonly Sourced[]): readonly Sourced[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
