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

/**
 * The rows of `target` (a contract entity type) that a clause's `where` names.
 * A label that no object of that type, and nothing around it, can carry fails its test.
 */
export function compileWhere(where: Where | undefined, target: string, contract: Contract): Condition {
  if (!where) return ALWAYS;
  return allOf(Object.entries(where).map(([key, value]) => compileEntry(key, value, target, contract)));
}

/** The label that a name in `where` stands for: plain, or with its owner. Undefined: there is no such label. */
export function resolveLabel(name: string, contract: Contract): LabelRef | undefined {
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

function compileEntry(key: string, value: Where[string], target: string, contract: Contract): Condition {
  const nested = (where: Where) => compileWhere(where, target, contract);
  if (key === 'allOf') return allOf((value as readonly Where[]).map(nested));
  if (key === 'anyOf') return anyOf((value as readonly Where[]).map(nested));
  if (key === 'not') return not(nested(value as Where));
  const label = resolveLabel(key, contract);
  if (!label || !canCarry(target, label)) return NEVER;
  return compileTest(label, value as LabelTest);
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
