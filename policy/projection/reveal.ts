import type { Treatment } from '../../schema/contract.ts';
import { treatmentOn } from '../cell.ts';
import { enclosingOf, evaluate, type Labels, type Row } from '../condition/evaluate.ts';
import { treatScalar } from '../treatment.ts';
import type { FieldPlan, ObjectPlan, ObjectRole, TypePlan } from './plan.ts';

/** Is told of every row that appears: its type, its object as answered, and its labels. */
export type Witness = (typename: string, object: Readonly<Record<string, unknown>>, labels: Labels) => void;

/**
 * Reads an answer back by the plan of its projection: rows on which nothing is shown disappear, fields whose condition
 * is not true become null, values are treated, and nothing that was not planned stays.
 * @param data the subgraph's `data`
 */
export function reveal(
  plan: ObjectPlan,
  data: unknown,
  witness: Witness = () => undefined,
): Record<string, unknown> | null {
  const root = plan.types.get('');
  return root && isObject(data) ? revealFields(root, data, undefined, 'full', witness) : null;
}

function revealObject(
  plan: ObjectPlan,
  value: unknown,
  enclosing: Row | undefined,
  treatment: Treatment,
  witness: Witness,
): Record<string, unknown> | null {
  if (!isObject(value)) return null;
  const [typename, type] = typeOf(plan, value);
  if (!type) return null;
  const row = rowOf(type.object, value, enclosing);
  if (type.object.is !== 'plain' && (!row || evaluate(type.object.visible, row) !== true)) return null;
  if (type.object.is === 'entity' && row) witness(typename, value, row.labels);
  return revealFields(type, value, row, type.object.is === 'plain' ? treatment : 'full', witness);
}

function typeOf(plan: ObjectPlan, value: Record<string, unknown>): readonly [string, TypePlan | undefined] {
  if (plan.typenameKey !== undefined) {
    const typename = String(value[plan.typenameKey]);
    return [typename, plan.types.get(typename)];
  }
  const [only] = plan.types;
  return only ?? ['', undefined];
}

function rowOf(object: ObjectRole, value: Record<string, unknown>, enclosing: Row | undefined): Row | undefined {
  if (object.is !== 'entity') return enclosing;
  const labels = object.labelsKey === undefined ? undefined : value[object.labelsKey];
  return {
    type: object.family,
    labels: isObject(labels) ? labels : {},
    enclosing: enclosingOf(object.family, enclosing),
  };
}

function revealFields(
  { fields }: TypePlan,
  value: Record<string, unknown>,
  row: Row | undefined,
  treatment: Treatment,
  witness: Witness,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const plan of fields.values()) {
    if (Object.hasOwn(value, plan.key)) shown[plan.key] = revealField(plan, value[plan.key], row, treatment, witness);
  }
  return shown;
}

function revealField(
  plan: FieldPlan,
  value: unknown,
  row: Row | undefined,
  carrier: Treatment,
  witness: Witness,
): unknown {
  if (!plan.cell) return revealValue(plan, value, row, carrier, witness);
  const treatment = treatmentOn(plan.cell, row ?? NOWHERE);
  return treatment === undefined ? null : revealValue(plan, value, row, treatment, witness);
}

function revealValue(
  plan: FieldPlan,
  value: unknown,
  row: Row | undefined,
  treatment: Treatment,
  witness: Witness,
): unknown {
  if (value === null || value === undefined) return null;
  const { child, part } = plan;
  if (part && treatment === 'generalised' && !part.generalised) return null;
  if (!child) return treatScalar(value, treatment, plan.valueType, part);
  const kept = part?.generalised && treatment === 'generalised' ? 'full' : treatment;
  const open = (item: unknown): unknown =>
    Array.isArray(item) ? openList(item) : revealObject(child, item, row, kept, witness);
  const openList = (items: readonly unknown[]): readonly unknown[] =>
    plan.positional ? items.map(open) : items.map(open).filter((item) => item !== null);
  return open(value);
}

/** The row of an object that is no entity's part: no label is known there. */
const NOWHERE: Row = { type: '', labels: {} };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
