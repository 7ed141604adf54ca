import { ENTITY_TYPES } from '../../../schema/contract.ts';
import type { LabelTest } from '../../agreement.ts';
import { FALSE, TRUE, all, either, text, texts, type Expression } from './expression.ts';
import { OBJECTS, familiesWith, type Label } from './labels.ts';
import { NEVER, every, known, negated, type Truths } from './truths.ts';

/** A test of a label that is known. */
type Passes = (value: string) => Expression;

/** A label's test, of the nearest object that carries it. @param accession the day that this bound stands for */
export function labelTest(label: Label, test: LabelTest, accession: string): Truths {
  if (typeof test !== 'object') return read(label, equals(label, test));
  const { anyOf, allOf, noneOf, from, until } = test;
  const parts = [
    ...(anyOf ? [read(label, hasOne(label, anyOf))] : []),
    ...(allOf ? [read(label, (value) => `${value}.containsAll(${texts(allOf)})`)] : []),
    ...(noneOf ? [known(carried(label)), negated(read(label, hasOne(label, noneOf)))] : []),
    ...(from === undefined ? [] : [read(label, bound('>=', from, accession))]),
    ...(until === undefined ? [] : [read(label, bound('<=', until, accession))]),
  ];
  return parts.length > 0 ? every(parts) : NEVER;
}

/** It has one of these values. */
export function oneOf(label: Label, values: readonly string[]): Truths {
  return read(label, hasOne(label, values));
}

/** A test of which nobody knows the answer where the label can be carried. */
export function notKnown(label: Label): Truths {
  return { isTrue: FALSE, notFalse: carried(label) };
}

/** A label that an object of the cell's family cannot carry fails every test; one that is not stated is unknown. */
function read(label: Label, passes: Passes): Truths {
  return { isTrue: nearest(label, passes, FALSE), notFalse: all([carried(label), nearest(label, passes, TRUE)]) };
}

function carried(label: Label): Expression {
  const families = familiesWith(label);
  return families.length < ENTITY_TYPES.length ? `${texts(families)}.contains(resource.family)` : TRUE;
}

function nearest({ name, owners }: Label, passes: Passes, unknown: Expression): Expression {
  return owners.reduceRight((further, owner) => {
    const object = `resource.${OBJECTS[owner]}`;
    const value = either(`${object} has ${name}`, passes(`${object}.${name}`), unknown);
    return either(`resource has ${OBJECTS[owner]}`, value, further);
  }, unknown);
}

function equals({ written }: Label, value: string | number | boolean): Passes {
  if (written === 'day') return onDay((day) => `${day} == ${date(value)}`);
  if (written === 'flags') return typeof value === 'boolean' ? (set) => `${set}.contains(${value})` : () => FALSE;
  return (set) => `${set}.contains(${text(String(value))})`;
}

function hasOne({ written }: Label, values: readonly string[]): Passes {
  if (written === 'day') return onDay((day) => `[${values.map(date).join(', ')}].contains(${day})`);
  return (set) => `${set}.containsAny(${texts(values)})`;
}

/** Bounds are days, both included. */
function bound(operator: '>=' | '<=', value: string | number, accession: string): Passes {
  return onDay((day) => `${day} ${operator} ${date(value === 'accession' ? accession : value)}`);
}

function onDay(holds: Passes): Passes {
  return (value) => all([`${value} has day`, holds(`${value}.day`)]);
}

function date(value: string | number | boolean): string {
  return `datetime(${text(String(value))})`;
}
