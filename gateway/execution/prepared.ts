import type { QueryPlan } from '@apollo/query-planner';
import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  valueFromASTUntyped,
} from 'graphql';
import { ObjectShape } from './answer-shape.ts';

type Variables = Readonly<Record<string, unknown>>;

/** So many answers' shapes are kept of one operation, where they depend on its variables. */
const MOST_SHAPES = 16;

/** What Apollo makes of an operation. */
export interface Planned {
  readonly plan: QueryPlan;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** What it selects, in the order of its answer, with no fragment that has a name. */
  readonly selections: readonly SelectionNode[];
  /** As clients see it. */
  readonly schema: GraphQLSchema;
}

/** An operation with all that is made of it once: its plan, and the shape of its answer. */
export class PreparedOperation {
  /** Values that the operation gives to variables that are not in the request. */
  readonly defaults: Variables;
  readonly #deciding: readonly string[];
  readonly #shapes = new Map<string, ObjectShape>();

  constructor(readonly planned: Planned) {
    this.defaults = defaultsOf(planned.operation);
    this.#deciding = variablesThatDecide(planned.document);
  }

  /**
   * The shape of the answer.
   * INVARIANT: of what the request says, nothing stays with it but what decides what is asked for.
   * @throws Error a variable that decides what is asked for is neither true nor false
   */
  shapeFor(given: Variables): ObjectShape {
    const decided = this.#deciding.map((name) => [name, valueIn(name, given, this.defaults)] as const);
    const key = decided.map(([, value]) => String(value)).join();
    const known = this.#shapes.get(key);
    if (known) return known;
    if (this.#shapes.size >= MOST_SHAPES) this.#shapes.clear();
    const shape = this.#make(Object.fromEntries(decided));
    this.#shapes.set(key, shape);
    return shape;
  }

  #make(variables: Variables): ObjectShape {
    const { operation, selections, schema } = this.planned;
    const isAsked = (node: SelectionNode) => !isLeftOut(node, variables);
    const root = schema.getRootType(operation.operation);
    if (!root) throw new Error(`there is no ${operation.operation} in the schema`);
    return new ObjectShape(root, selections, { schema, isAsked });
  }
}

function valueIn(name: string, given: Variables, defaults: Variables): unknown {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  return value === undefined ? defaults[name] : value;
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueOf(defaultValue)]] : [],
    ),
  );
}

function valueOf(node: ConstValueNode): unknown {
  return valueFromASTUntyped(node);
}

const DECIDING: ReadonlySet<string> = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);

function variablesThatDecide(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = DECIDING.has(node.name.value) ? node.arguments?.[0]?.value : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function isLeftOut({ directives = [] }: SelectionNode, variables: Variables): boolean {
  const skip = directives.find(({ name }) => name.value === GraphQLSkipDirective.name);
  const include = directives.find(({ name }) => name.value === GraphQLIncludeDirective.name);
  return (skip !== undefined && isTrue(skip, variables)) || (include !== undefined && !isTrue(include, variables));
}

function isTrue(directive: DirectiveNode, variables: Variables): boolean {
  const value = directive.arguments![0]!.value;
  if (value.kind !== Kind.VARIABLE) return value.kind === Kind.BOOLEAN && value.value;
  const name = value.name.value;
  const decided = variables[name];
  if (typeof decided === 'boolean') return decided;
  throw new Error(
    `Unexpected value ${String(decided)} for variable $${name} of @${directive.name.value}(if: $${name})`,
  );
}
