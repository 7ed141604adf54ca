import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { bareObjects, type BareObject } from '../../policy/bare-object.ts';
import { responseKey } from '../../policy/projection/ast.ts';
import { isOf } from '../../policy/projection/is-of.ts';

/** What is answered under one response key. */
export type FieldShape =
  | { readonly is: 'typename'; readonly key: string; readonly parent: string; readonly parentIsObject: boolean }
  | { readonly is: 'schema'; readonly key: string; readonly node: FieldNode }
  | { readonly is: 'value'; readonly key: string; readonly parent: string; readonly value: ValueShape };

/** What is answered of objects of one type in one place. */
export interface FieldShapes {
  readonly shapes: readonly FieldShape[];
  readonly make: () => BareObject;
}

/** A value by its type. */
export type ValueShape = ListShape | CompositeShape | LeafShape;

interface ListShape {
  readonly is: 'list';
  readonly nonNull: boolean;
  readonly item: ValueShape;
  /** The type without its own `!`, as messages call it. */
  readonly name: string;
}

interface CompositeShape {
  readonly is: 'object';
  readonly nonNull: boolean;
  readonly object: ObjectShape;
  readonly name: string;
}

interface LeafShape {
  readonly is: 'leaf';
  readonly nonNull: boolean;
  readonly isValid: (value: unknown) => boolean;
  readonly name: string;
}

/** What a selection is opened by. */
export interface Opening {
  readonly schema: GraphQLSchema;
  /** Whether a selection is asked for: neither skipped nor left out. */
  readonly isAsked: (node: SelectionNode) => boolean;
}

/** What is answered of an object, by the type that it is told to be of. */
export class ObjectShape {
  readonly #told = new Map<string, FieldShapes>();
  #untold: FieldShapes | undefined;

  constructor(
    readonly type: GraphQLCompositeType,
    readonly selections: readonly SelectionNode[],
    readonly opening: Opening,
  ) {}

  /**
   * The fields of an object, in the order of the answer. Of one that says to be of no type of this schema, a fragment on
   * any type does not speak.
   * @param typename undefined: it does not say what it is
   */
  fields(typename: string | undefined): FieldShapes {
    if (typename === undefined) return (this.#untold ??= this.#collect(undefined, this.type));
    let fields = this.#told.get(typename);
    if (!fields) {
      const type = this.opening.schema.getType(typename);
      fields = isCompositeType(type) ? this.#collect(type, type) : this.#collect('unknown', this.type);
      if (isCompositeType(type)) this.#told.set(typename, fields);
    }
    return fields;
  }

  #collect(told: Told, parent: GraphQLCompositeType): FieldShapes {
    const gathered = new Map<string, Gathered>();
    gather(this.selections, told, parent, this.opening, gathered);
    return { shapes: [...gathered].map(([key, field]) => shapeOf(key, field, this.opening)), make: bareObjects() };
  }
}

/** What an object says that it is. */
type Told = GraphQLCompositeType | 'unknown' | undefined;

interface Gathered {
  readonly parent: GraphQLCompositeType;
  readonly nodes: FieldNode[];
}

function gather(
  selections: readonly SelectionNode[],
  told: Told,
  parent: GraphQLCompositeType,
  opening: Opening,
  into: Map<string, Gathered>,
): void {
  for (const selection of selections) {
    if (!opening.isAsked(selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = responseKey(selection);
      const known = into.get(key);
      if (known) known.nodes.push(selection);
      else into.set(key, { parent, nodes: [selection] });
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('fragments with names are opened before');
    const condition = selection.typeCondition?.name.value;
    const inner = selection.selectionSet.selections;
    const type = condition === undefined ? undefined : opening.schema.getType(condition);
    if (condition === undefined) gather(inner, told, parent, opening, into);
    else if (isCompositeType(type) && told !== 'unknown' && isOf(told ?? parent, type.name, opening.schema)) {
      gather(inner, told, type, opening, into);
    }
  }
}

function shapeOf(key: string, { parent, nodes }: Gathered, opening: Opening): FieldShape {
  const [node] = nodes;
  const name = node!.name.value;
  if (name === '__typename') {
    return { is: 'typename', key, parent: parent.name, parentIsObject: isObjectType(parent) };
  }
  if (name === '__schema' || name === '__type') return { is: 'schema', key, node: node! };
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return { is: 'value', key, parent: parent.name, value: valueShape(typeOf(parent, name), selections, opening) };
}

function typeOf(parent: GraphQLCompositeType, field: string): GraphQLOutputType {
  const type = 'getFields' in parent ? parent.getFields()[field]?.type : undefined;
  if (!type) throw new Error(`no field \`${field}\` is known of ${parent.name}`);
  return type;
}

function valueShape(type: GraphQLOutputType, selections: readonly SelectionNode[], opening: Opening): ValueShape {
  const nonNull = isNonNullType(type);
  const nullable = nonNull ? (type.ofType as GraphQLOutputType) : type;
  const name = String(nullable);
  if (isListType(nullable)) {
    return { is: 'list', nonNull, name, item: valueShape(nullable.ofType as GraphQLOutputType, selections, opening) };
  }
  const named = getNamedType(nullable);
  if (isCompositeType(named))
    return { is: 'object', nonNull, name, object: new ObjectShape(named, selections, opening) };
  return { is: 'leaf', nonNull, name, isValid: validator(named) };
}

function validator(type: GraphQLScalarType | GraphQLEnumType): (value: unknown) => boolean {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  return (isSpecifiedScalarType(type) && BUILT_IN[type.name]) || (() => true);
}

const WHOLE = /^[-+]?\d+$/;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isWhole = (value: unknown): boolean => isNumber(value) && WHOLE.test(String(value));

/** What JSON may hold where a scalar of GraphQL itself stands. Of other scalars nobody but their owner can tell. */
const BUILT_IN: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: (value) => typeof value === 'string' || isWhole(value),
  String: (value) => typeof value === 'string',
  Int: isWhole,
  Float: isNumber,
  Boolean: (value) => typeof value === 'boolean',
};
