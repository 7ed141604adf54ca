import { ERRORS } from '@apollo/federation-internals';
import { isCompositeType, isObjectType, type FieldNode, type GraphQLError } from 'graphql';
import type { BareObject } from '../../policy/bare-object.ts';
import { own } from '../../policy/own.ts';
import type { FieldShape, FieldShapes, ObjectShape, ValueShape } from './answer-shape.ts';

/** What the answer is made by. */
export interface Completing {
  /** Answers `__schema` or `__type`. */
  readonly introspect: (node: FieldNode) => unknown;
}

/** The answer, and where null had to stand in the place of something else. */
export interface Completed {
  readonly data: BareObject | null;
  readonly errors: readonly GraphQLError[];
}

/**
 * Makes the answer of what subgraphs answered: the fields that were asked for, in that order, each of its type. What is
 * null and may not be takes what is around it along: https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 * @throws Error a subgraph answered with a list, an object or a value where there must be another of these
 */
export function complete(shape: ObjectShape, input: Readonly<BareObject>, by: Completing): Completed {
  const walk: Walk = { ...by, errors: [], path: [] };
  const data = completeFields(shape, input, shape.fields(input['__typename'] as string | undefined), walk);
  return { data: data === BUBBLE ? null : data, errors: walk.errors };
}

interface Walk extends Completing {
  readonly errors: GraphQLError[];
  readonly path: (string | number)[];
}

/** Null, where null may stand, for a reason that has been told. */
const ERRED = Symbol('null, and told why');
/** Null, where null may not stand. */
const BUBBLE = Symbol('null, where there must not be');

function completeFields(
  shape: ObjectShape,
  input: Readonly<BareObject>,
  { shapes, make }: FieldShapes,
  walk: Walk,
): BareObject | typeof BUBBLE {
  const output = make();
  for (const field of shapes) {
    const value = completeField(field, input, shape, walk);
    if (value === BUBBLE) return BUBBLE;
    output[field.key] = value === ERRED ? null : value;
  }
  return output;
}

function completeField(field: FieldShape, input: Readonly<BareObject>, shape: ObjectShape, walk: Walk): unknown {
  if (field.is === 'schema') return walk.introspect(field.node);
  if (field.is === 'typename') return typenameOf(field, input, shape);
  walk.path.push(field.key);
  const value = completeValue(field.value, own(input, field.key) ?? null, field.parent, walk);
  walk.path.pop();
  return value;
}

/** Under an alias it may not have been fetched, where the planner saw that it is known. */
function typenameOf(
  { key, parent, parentIsObject }: Extract<FieldShape, { is: 'typename' }>,
  input: Readonly<BareObject>,
  { opening: { schema } }: ObjectShape,
): string | typeof BUBBLE {
  const told = own(input, key) ?? (key === '__typename' ? null : own(input, '__typename'));
  const type = typeof told === 'string' ? schema.getType(told) : undefined;
  if (!type) return parentIsObject ? parent : BUBBLE;
  return isObjectType(type) ? type.name : BUBBLE;
}

function completeValue(shape: ValueShape, value: unknown, parent: string, walk: Walk): unknown {
  const completed = value === null ? null : completeNullable(shape, value, parent, walk);
  if (!shape.nonNull || (completed !== null && completed !== ERRED)) return completed;
  if (completed === null) {
    tell(`Cannot return null for non-nullable ${placeOf(shape, parent, walk)}.`, walk);
  }
  return BUBBLE;
}

function completeNullable(shape: ValueShape, value: unknown, parent: string, walk: Walk): unknown {
  switch (shape.is) {
    case 'leaf':
      return shape.isValid(value) ? value : erred(`Invalid value found for ${placeOf(shape, parent, walk)}.`, walk);
    case 'list':
      return completeList(shape, value, parent, walk);
    case 'object':
      return completeObject(shape, value, parent, walk);
  }
}

function completeList(
  { item, name }: Extract<ValueShape, { is: 'list' }>,
  value: unknown,
  parent: string,
  walk: Walk,
): unknown {
  if (!Array.isArray(value))
    throw new Error(`Invalid non-list value ${value as string} returned by subgraph for list type ${name}`);
  let bubbles = false;
  const items: unknown[] = [];
  for (const [index, one] of (value as unknown[]).entries()) {
    walk.path.push(index);
    const completed = completeValue(item, one, parent, walk);
    walk.path.pop();
    if (completed === BUBBLE) bubbles = true;
    items.push(completed === BUBBLE || completed === ERRED ? null : completed);
  }
  return bubbles ? ERRED : items;
}

function completeObject(
  shape: Extract<ValueShape, { is: 'object' }>,
  value: unknown,
  parent: string,
  walk: Walk,
): unknown {
  if (typeof value !== 'object') {
    throw new Error(
      `Invalid non-object value ${value as string} returned by subgraph for composite type ${shape.name}`,
    );
  }
  const { object } = shape;
  const input = value as BareObject;
  const typename = input['__typename'];
  if (typename !== undefined && typeof typename !== 'string') {
    throw new Error(`Invalid non-string value ${typename as string} for __typename at ${walk.path.join()}`);
  }
  if (typename && !isCompositeType(object.opening.schema.getType(typename))) {
    return erred(`Invalid __typename found for object at ${placeOf(shape, parent, walk)}.`, walk);
  }
  const completed = completeFields(object, input, object.fields(typename || undefined), walk);
  return completed === BUBBLE ? ERRED : completed;
}

function erred(message: string, walk: Walk): typeof ERRED {
  tell(message, walk);
  return ERRED;
}

function tell(message: string, { errors, path }: Walk): void {
  errors.push(ERRORS.INVALID_GRAPHQL.err(message, { path: [...path] }));
}

function placeOf({ name }: ValueShape, parent: string, { path }: Walk): string {
  const last = path.at(-1)!;
  return typeof last === 'string' ? `field ${parent}.${last}` : `array element of type ${name} at index ${last}`;
}
