import {
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { isOf } from '../../policy/projection/is-of.ts';
import type { FieldShape, ObjectShape } from './shape.ts';

/** The key and the type of an entity that was asked for. */
export type Asked = Readonly<Record<string, unknown>>;

/** An answer that fits what was asked, and in how many places it did not. */
export interface Fitted {
  readonly data: Record<string, unknown> | null;
  readonly misfits: number;
}

/**
 * Makes an answer fit the fetch that Apollo planned, in place: what stands where something else belongs is null, and what
 * was not asked is gone. Apollo gives up a whole operation over a list that is none, and merges whatever key it is given
 * into what other subgraphs answered.
 * @param asked the representations of an entity fetch
 */
export function fit(shape: ObjectShape, data: unknown, asked: readonly Asked[] | undefined): Fitted {
  const misfits = { count: 0, asked };
  const root = shape.type && isPlainObject(data) ? fitFields(shape, shape.type, data, misfits) : undefined;
  return { data: root ?? null, misfits: misfits.count };
}

interface Misfits {
  count: number;
  readonly asked: readonly Asked[] | undefined;
}

function fitFields(
  shape: ObjectShape,
  type: GraphQLCompositeType,
  value: Record<string, unknown>,
  misfits: Misfits,
): Record<string, unknown> | undefined {
  const fields = shape.fields(type);
  for (const key of Object.keys(value)) {
    const field = fields.get(key);
    if (!field) {
      delete value[key];
      continue;
    }
    const fitted = fitField(field, value[key], misfits);
    if (isKey(field) && fitted === null) return undefined;
    if (fitted !== value[key]) value[key] = fitted;
  }
  return value;
}

/** An object without its key is none: others would be asked about it by that key. */
function isKey({ name, type }: FieldShape): boolean {
  return KEYS.has(name) && isNonNullType(type) && 'name' in type.ofType && type.ofType.name === 'ID';
}

/** Of objects of the contract, and of agencies. */
const KEYS: ReadonlySet<string> = new Set(['id', 'code']);

function fitField(field: FieldShape, value: unknown, misfits: Misfits): unknown {
  if (field.name === '_entities') return fitEntities(field, value, misfits);
  return fitValue(field, field.type, value, misfits);
}

function fitValue(field: FieldShape, type: GraphQLOutputType, value: unknown, misfits: Misfits): unknown {
  if (value === null || value === undefined) return null;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) return fitList(field, nullable.ofType as GraphQLOutputType, value, misfits);
  if (field.child) return fitObject(field.child, value, misfits);
  return isLeaf(nullable, value) ? value : misfit(misfits);
}

function fitList(field: FieldShape, of: GraphQLOutputType, value: unknown, misfits: Misfits): unknown {
  if (!Array.isArray(value)) return misfit(misfits);
  const items = value as unknown[];
  for (const [index, item] of items.entries()) {
    const fitted = fitValue(field, of, item, misfits);
    if (fitted !== item) items[index] = fitted;
  }
  return items;
}

function fitObject(shape: ObjectShape, value: unknown, misfits: Misfits): unknown {
  const type = isPlainObject(value) ? typeOf(shape, value) : undefined;
  const fitted = type && fitFields(shape, type, value as Record<string, unknown>, misfits);
  return fitted ?? misfit(misfits);
}

/** What an object is: what it says, if that can stand here; of what it does not say, what stands here. */
function typeOf(
  { schema, type }: ObjectShape,
  value: Readonly<Record<string, unknown>>,
): GraphQLCompositeType | undefined {
  if (!type || !Object.hasOwn(value, '__typename')) return type;
  const told = typeof value['__typename'] === 'string' ? schema.getType(value['__typename']) : undefined;
  return isCompositeType(told) && isOf(told, type.name, schema) ? told : undefined;
}

/** Entities answer in the order in which they were asked for, each under the type and the key that it was asked for by. */
function fitEntities({ child }: FieldShape, value: unknown, misfits: Misfits): unknown {
  const { asked = [] } = misfits;
  const answered = Array.isArray(value) && value.length === asked.length ? (value as readonly unknown[]) : undefined;
  if (!answered || !child) misfits.count += 1;
  return asked.map((representation, index) => {
    const entity = answered?.[index] ?? null;
    return entity === null || !child ? null : fitEntity(child, representation, entity, misfits);
  });
}

function fitEntity(shape: ObjectShape, asked: Asked, value: unknown, misfits: Misfits): unknown {
  const { schema } = shape;
  const type = schema.getType(String(asked['__typename']));
  if (!isCompositeType(type) || !isPlainObject(value) || !isAbout(value, asked, type, shape)) return misfit(misfits);
  return fitFields(shape, type, value, misfits) ?? misfit(misfits);
}

function isAbout(
  value: Readonly<Record<string, unknown>>,
  asked: Asked,
  type: GraphQLCompositeType,
  shape: ObjectShape,
): boolean {
  for (const [key, field] of shape.fields(type)) {
    if (!Object.hasOwn(value, key)) continue;
    if (field.name === '__typename' && !isNameOf(value[key], type, shape)) return false;
    if (isKey(field) && field.name in asked && value[key] !== asked[field.name]) return false;
  }
  return true;
}

function isNameOf(name: unknown, type: GraphQLCompositeType, { schema }: ObjectShape): boolean {
  if (isObjectType(type)) return name === type.name;
  const told = typeof name === 'string' ? schema.getType(name) : undefined;
  return isCompositeType(told) && isOf(told, type.name, schema);
}

function misfit(misfits: Misfits): null {
  misfits.count += 1;
  return null;
}

/** A scalar of an agency's own may be anything that JSON can say, as long as it can be said again. */
function isLeaf(type: GraphQLOutputType, value: unknown): boolean {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  const check = BUILT_IN[(type as GraphQLNamedType).name];
  return check ? check(value) : isShallow(value, DEEPEST_VALUE);
}

const DEEPEST_VALUE = 64;

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1));
}

const BUILT_IN: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  String: (value) => typeof value === 'string',
  Int: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
};

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
