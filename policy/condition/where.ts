import type { Contract } from '../../schema/contract.ts';
import type { LabelTest, Where } from '../agreement.ts';
import { ALWAYS, NEVER, allOf, anyOf, not, test, type Condition, type LabelRef } from './condition.ts';

/** Names by which a label's owner can be told: `record.kind`. */
export const LABEL_OWNERS: Readonly<Record<string, string>> = {
  record: 'Record',
  case: 'Case',
  person: 'Person',
  group: 'Group',
  organization: 'Organization',
  contact: 'LiaisonContact',
};

/** The contract types that objects of a type can lie within, itself first. */
const AROUND: Readonly<Record<string, readonly string[]>> = {
  Record: ['Record'],
  Case: ['Case'],
  Person: ['Person', 'Record', 'Case', 'Group', 'Organization'],
  Group: ['Group', 'Record', 'Case'],
  Organization: ['Organization', 'Record', 'Case'],
  LiaisonContact: ['LiaisonContact', 'Record', 'Case'],
};

/** The two agencies that a clause stands between, as far as conditions speak of them. */
export interface Pair {
  /** ISO 3166-1 alpha-2; undefined: not known. */
  readonly originatorCountry: string | undefined;
  readonly recipientCountry: string | undefined;
  /** The day on which the recipient joined, `YYYY-MM-DD`. */
  readonly accession: string;
}

/** The bound of a date that stands for the day on which the recipient joined. */
export const ACCESSION = 'accession';

/** The name, plain or with its owner, of the test whether a person is a national of one of the two agencies' countries. */
const NATIONAL_OF = 'nationalOf';

/**
 * The rows of `target` (a contract entity type) that a clause's `where` names.
 * A label that no object of that type, and nothing around it, can carry fails its test.
 */
export function compileWhere(where: Where | undefined, target: string, contract: Contract, pair: Pair): Condition {
  if (!where) return ALWAYS;
  return allOf(Object.entries(where).map(([key, value]) => compileEntry(key, value, target, contract, pair)));
}

/** Whether a condition says something else for other agencies. */
export function dependsOnPair(where: Where | undefined): boolean {
  return Object.entries(where ?? {}).some(([key, value]) => {
    if (key === 'allOf' || key === 'anyOf') return (value as readonly Where[]).some(dependsOnPair);
    if (key === 'not') return dependsOnPair(value as Where);
    const test = value as LabelTest;
    return isNationalOf(key) || (typeof test === 'object' && (test.from === ACCESSION || test.until === ACCESSION));
  });
}

/** Whether a name in `where` asks whose national a person is. */
export function isNationalOf(name: string): boolean {
  return name.slice(name.indexOf('.') + 1) === NATIONAL_OF;
}

/** The label that a name in `where` stands for: plain, or with its owner. Undefined: there is no such label. */
export function resolveLabel(name: string, contract: Contract): LabelRef | undefined {
  if (isNationalOf(name)) return resolveLabel(name.replace(NATIONAL_OF, 'nationalities'), contract);
  const dot = name.indexOf('.');
  const owner = dot < 0 ? undefined : LABEL_OWNERS[name.slice(0, dot)];
  const label = name.slice(dot + 1);
  const owners = Object.values(LABEL_OWNERS).filter(
    (type) => (dot < 0 || type === owner) && contract.types.get(type)?.labels.has(label),
  );
  return owners.length > 0 ? { name: label, owners } : undefined;
}

/** Whether an object of the type, or something around it, can carry the label. */
export function canCarry(target: string, label: LabelRef): boolean {
  return (AROUND[target] ?? [target]).some((type) => label.owners.includes(type));
}

function compileEntry(key: string, value: Where[string], target: string, contract: Contract, pair: Pair): Condition {
  const nested = (where: Where) => compileWhere(where, target, contract, pair);
  if (key === 'allOf') return allOf((value as readonly Where[]).map(nested));
  if (key === 'anyOf') return anyOf((value as readonly Where[]).map(nested));
  if (key === 'not') return not(nested(value as Where));
  const label = resolveLabel(key, contract);
  if (!label || !canCarry(target, label)) return NEVER;
  if (isNationalOf(key)) return nationalOf(label, value, pair);
  return compileTest(label, dated(value as LabelTest, pair));
}

/** A country that is not known makes it unknown whose nationals a person's nationalities make them. */
function nationalOf(label: LabelRef, whose: unknown, { originatorCountry, recipientCountry }: Pair): Condition {
  const country = whose === 'originator' ? originatorCountry : whose === 'recipient' ? recipientCountry : undefined;
  return country === undefined
    ? test({ ...label, owners: [] }, { op: 'anyOf', values: [] })
    : test(label, { op: 'anyOf', values: [country] });
}

function dated(value: LabelTest, { accession }: Pair): LabelTest {
  if (typeof value !== 'object') return value;
  const day = (bound: string | number | undefined) => (bound === ACCESSION ? accession : bound);
  const { from, until, ...rest } = value;
  return {
    ...rest,
    ...(from === undefined ? {} : { from: day(from)! }),
    ...(until === undefined ? {} : { until: day(until)! }),
  };
}

function compileTest(label: LabelRef, value: LabelTest): Condition {
  if (typeof value !== 'object') return test(label, { op: 'equals', value });
  const parts: Condition[] = [];
  if (value.anyOf) parts.push(test(label, { op: 'anyOf', values: value.anyOf }));
  if (value.allOf) parts.push(test(label, { op: 'allOf', values: value.allOf }));
  if (value.noneOf) parts.push(not(test(label, { op: 'anyOf', values: value.noneOf })));
  if (value.from !== undefined || value.until !== undefined) {
    parts.push(
      test(label, {
        op: 'range',
        ...(value.from === undefined ? {} : { from: value.from }),
        ...(value.until === undefined ? {} : { until: value.until }),
      }),
    );
  }
  return parts.length > 0 ? allOf(parts) : NEVER;
}
