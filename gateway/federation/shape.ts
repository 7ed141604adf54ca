import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  Kind,
  getNamedType,
  isCompositeType,
  parse,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { responseKey } from '../../policy/projection/ast.ts';
import { isOf } from '../../policy/projection/is-of.ts';
import { fragmentsOf, operationOf, type Fragments } from '../../policy/projection/document.ts';

/** What a fetch, as Apollo planned it, expects under one response key. */
export interface FieldShape {
  readonly name: string;
  readonly type: GraphQLOutputType;
  /** Absent: a scalar or an enum. */
  readonly child: ObjectShape | undefined;
}

/** What a fetch expects of an object, by what type the object is. */
export class ObjectShape {
  readonly #byType = new Map<string, ReadonlyMap<string, FieldShape>>();

  constructor(
    readonly schema: GraphQLSchema,
    /** The type of the field that leads here. Undefined: an entity, of any type. */
    readonly type: GraphQLCompositeType | undefined,
    readonly selections: readonly SelectionNode[],
    readonly fragments: Fragments,
  ) {}

  /** The fields that objects of a type may have here, by response key. */
  fields(type: GraphQLCompositeType): ReadonlyMap<string, FieldShape> {
    const known = this.#byType.get(type.name) ?? this.#collect(type);
    this.#byType.set(type.name, known);
    return known;
  }

  #collect(type: GraphQLCompositeType): ReadonlyMap<string, FieldShape> {
    const nodes = new Map<string, readonly FieldNode[]>();
    gather(type, this.selections, this, nodes);
    const shapes = [...nodes].flatMap(([key, [first, ...more]]) => {
      const fieldType = typeOfField(type, first!.name.value);
      return fieldType ? [[key, this.#shapeOf(fieldType, [first!, ...more])] as const] : [];
    });
    return new Map(shapes);
  }

  #shapeOf(type: GraphQLOutputType, nodes: readonly FieldNode[]): FieldShape {
    const name = nodes[0]!.name.value;
    const selections = nodes.flatMap((node) => node.selectionSet?.selections ?? []);
    if (type === ENTITIES)
      return { name, type, child: new ObjectShape(this.schema, undefined, selections, this.fragments) };
    const value = getNamedType(type);
    const child = isCompositeType(value) ? new ObjectShape(this.schema, value, selections, this.fragments) : undefined;
    return { name, type, child };
  }
}

/** What a fetch expects at its root. */
export function shapeOfFetch(query: string, schema: GraphQLSchema): ObjectShape {
  const document = parse(query, { noLocation: true });
  const { operation, selectionSet } = operationOf(document);
  const root = operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  return new ObjectShape(schema, root ?? undefined, selectionSet.selections, fragmentsOf(document));
}

/** Stands for `[_Entity]!`, which the supergraph does not have. */
const ENTITIES: GraphQLOutputType = new GraphQLNonNull(new GraphQLList(GraphQLString));
const TYPENAME: GraphQLOutputType = new GraphQLNonNull(GraphQLString);

function gather(
  type: GraphQLCompositeType,
  selections: readonly SelectionNode[],
  shape: ObjectShape,
  into: Map<string, readonly FieldNode[]>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = responseKey(selection);
      into.set(key, [...(into.get(key) ?? []), selection]);
      continue;
    }
    const { condition, inner } = shape.fragments.open(selection);
    if (condition === undefined || isOf(type, condition, shape.schema)) gather(type, inner, shape, into);
  }
}

function typeOfField(type: GraphQLCompositeType, name: string): GraphQLOutputType | undefined {
  if (name === '__typename') return TYPENAME;
  if (name === '_entities') return ENTITIES;
  return 'getFields' in type ? type.getFields()[name]?.type : undefined;
}
