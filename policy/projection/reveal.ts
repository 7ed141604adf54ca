import type { Treatment } from '../../schema/contract.ts';
import type { TextField } from '../../schema/text-search.ts';
import { bareObjects } from '../bare-object.ts';
import { treatmentOn } from '../cell.ts';
import { enclosingOf, evaluateOnce, type Labels, type Row } from '../condition/evaluate.ts';
import { own } from '../own.ts';
import { fieldsFound } from '../text-search.ts';
import { treatScalar } from '../treatment.ts';
import type { FieldPlan, ObjectPlan, ObjectRole, TypePlan } from './plan.ts';

/** Is told of every row that appears: its type, its object as answered, and its labels. */
export type Witness = (typename: string, object: Readonly<Record<string, unknown>>, labels: Labels) => void;

/**
 * Reads an answer back by the plan of its projection: rows on which nothing is shown disappear, fields whose condition
 * is not true become null, values are treated, and nothing that was not planned stays.
 * INVARIANT: it never throws, whatever the data is: it recurs by the plan, not by what a subgraph sent.
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
  const typename = typenameOf(plan, value);
  const type = typename === undefined ? undefined : plan.types.get(typename);
  if (typename === undefined || !type) return null;
  if (type.object.is === 'text-hit') return revealTextHit(type, type.object, value, witness);
  const row = rowOf(type.object, value, enclosing);
  if (type.object.is !== 'plain' && (!row || evaluateOnce(type.object.visible, row) !== true)) return null;
  if (type.object.is === 'entity' && row) witness(typename, value, row.labels);
  return revealFields(type, value, row, type.object.is === 'plain' ? treatment : 'full', witness);
}

/**
 * A hit by text appears, with the fields that led to it, where one of them is shown in full on its record or case.
 *
 * INVARIANT: where another one led to it, too, it has no rank: that is made of both.
 */
function revealTextHit(
  type: TypePlan,
  hit: TextHitRole,
  value: Record<string, unknown>,
  witness: Witness,
): Record<string, unknown> | null {
  const object = own(value, hit.objectKey);
  const labels = isObject(object) ? own(object, hit.labelsKey) : undefined;
  const row: Row = { type: hit.family, labels: isObject(labels) ? labels : {} };
  const told = own(value, hit.foundInKey);
  const found = fieldsFound(told, hit.rows, row);
  if (found.length === 0) return null;
  const isWhole = Array.isArray(told) && told.every((field) => found.includes(field as TextField));
  const shown = revealFields(type, value, undefined, 'full', witness);
  for (const { key, isFoundIn, isRank } of type.fields.values()) {
    if (isFoundIn) shown[key] = [...found];
    if (isRank && !isWhole) shown[key] = null;
  }
  return shown;
}

type TextHitRole = Extract<ObjectRole, { readonly is: 'text-hit' }>;

/** Undefined: it does not say what it is, and could be one of several. */
function typenameOf(plan: ObjectPlan, value: Record<string, unknown>): string | undefined {
  if (plan.typenameKey === undefined) {
    for (const only of plan.types.keys()) return only;
    return undefined;
  }
  const typename = own(value, plan.typenameKey);
  return typeof typename === 'string' ? typename : undefined;
}

function rowOf(object: ObjectRole, value: Record<string, unknown>, enclosing: Row | undefined): Row | undefined {
  if (object.is !== 'entity') return enclosing;
  const { labelsKey } = object;
  const labels = labelsKey === undefined ? undefined : own(value, labelsKey);
  return {
    type: object.family,
    labels: isObject(labels) ? labels : {},
    enclosing: enclosingOf(object.family, enclosing),
    truths: 'none yet',
  };
}

function revealFields(
  type: TypePlan,
  value: Record<string, unknown>,
  row: Row | undefined,
  treatment: Treatment,
  witness: Witness,
): Record<string, unknown> {
  const shown = (type.shown ??= bareObjects())();
  for (const plan of type.fields.values()) {
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
  if (!child) return treatScalar(leafOf(value, plan.valueType, treatment, MOST_LISTS), treatment, plan.valueType, part);
  const kept = part?.generalised && treatment === 'generalised' ? 'full' : treatment;
  return revealItem({ plan, child, row, treatment: kept, witness }, value, MOST_LISTS);
}

/** What is revealed alike in every item of a list. */
interface Items {
  readonly plan: FieldPlan;
  readonly child: ObjectPlan;
  readonly row: Row | undefined;
  readonly treatment: Treatment;
  readonly witness: Witness;
}

function revealItem(of: Items, item: unknown, lists: number): unknown {
  if (!Array.isArray(item)) return revealObject(of.child, item, of.row, of.treatment, of.witness);
  if (lists === 0) return null;
  const shown: unknown[] = [];
  for (const one of item as unknown[]) {
    const revealed = revealItem(of, one, lists - 1);
    if (revealed !== null || of.plan.positional) shown.push(revealed);
  }
  return shown;
}

/** So many lists around one value no schema has. */
const MOST_LISTS = 8;

/** Values that the contract knows are no objects; only a scalar of an agency's own may be one, and only in full. */
const TEXTS: ReadonlySet<string> = new Set([
  'ID',
  'String',
  'Int',
  'Float',
  'Boolean',
  'DateTime',
  'Decimal',
  'LocalDate',
  'PartialDate',
]);

/** A scalar without what cannot be part of one: an object would carry what no rule has decided about. */
function leafOf(value: unknown, valueType: string, treatment: Treatment, lists: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return lists === 0 ? null : value.map((item) => leafOf(item, valueType, treatment, lists - 1));
  }
  return treatment === 'full' && !TEXTS.has(valueType) ? value : null;
}

/** The row of an object that is no entity's part: no label is known there. */
const NOWHERE: Row = { type: '', labels: {} };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
