import {
  Kind,
  isAbstractType,
  isObjectType,
  parse,
  print,
  type FieldNode,
  type GraphQLObjectType,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Condition } from '../condition/condition.ts';
import type { Grant } from '../grant.ts';
import { withDefaults } from './argument-values.ts';
import { fieldNode, responseKey } from './ast.ts';
import { fragmentsOf, freshPrefix, operationOf, rewrite } from './document.ts';
import type { Graph } from './graph.ts';
import { mergeFields, type FieldPlan, type ObjectPlan, type TypePlan } from './plan.ts';
import { labelsByFamily, projectComposite, projectConcrete, type Projected, type Projecting } from './project.ts';

/** What is left of a fetch from an agency's subgraph. */
export type Projection =
  /** Nothing may be asked: the subgraph is not called. */
  | { readonly is: 'nothing' }
  | {
      readonly is: 'part';
      /** The operation to send. */
      readonly query: string;
      /** Variables that it still uses. */
      readonly variables: ReadonlySet<string>;
      /** How its `data` is read. */
      readonly plan: ObjectPlan;
      /** For an entity fetch: the types of representations that may still be sent. */
      readonly representations: ReadonlySet<string>;
    };

/** An agency's subgraph and whose viewer asks it. */
export interface FetchContext {
  readonly graph: Graph;
  readonly grant: Grant;
  readonly subgraph: string;
  readonly originator: string;
  /** Those that are given with the fetch. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Projects a fetch onto the grant: a field that may not be shown is not asked for, and the labels that conditions
 * read are added. Pure; worth memoising by grant, subgraph and query.
 */
export function projectFetch(query: string, context: FetchContext): Projection {
  const document = parse(query, { noLocation: true });
  const operation = operationOf(document);
  const fragments = fragmentsOf(document);
  const variables = withDefaults(operation, context.variables);
  const base = { ...context, variables, fragments, prefix: freshPrefix(query) };
  const conditions: Condition[] = [];
  projectRoot(operation, { ...base, labels: new Map(), conditions });
  const root = projectRoot(operation, { ...base, labels: labelsByFamily(conditions), conditions: [] });
  if (root.selections.length === 0) return { is: 'nothing' };
  const { document: rewritten, variables: used } = rewrite(operation, root.selections);
  return {
    is: 'part',
    query: print(rewritten),
    variables: used,
    plan: root.plan,
    representations: root.representations,
  };
}

function projectRoot(
  operation: OperationDefinitionNode,
  by: Projecting,
): Projected & { readonly representations: ReadonlySet<string> } {
  const fields = new Map<string, FieldPlan>();
  const representations = new Set<string>();
  const selections = operation.selectionSet.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD && node.name.value === '_entities') {
      return projectEntities(node, by, fields, representations);
    }
    return projectRootField(operation, node, by, fields);
  });
  const plan: ObjectPlan = { typenameKey: undefined, types: new Map([['', { object: { is: 'plain' }, fields }]]) };
  return { selections, plan, representations };
}

function projectEntities(
  node: FieldNode,
  by: Projecting,
  fields: Map<string, FieldPlan>,
  representations: Set<string>,
): readonly SelectionNode[] {
  const selections = node.selectionSet?.selections ?? [];
  const projected = projectConcrete(entityTypes(selections, by), selections, false, by, true);
  const types = new Map([...(projected?.plan.types ?? [])].filter(([, plan]) => isAsked(plan)));
  if (!projected || types.size === 0) return [];
  for (const type of types.keys()) representations.add(type);
  mergeFields(fields, {
    ...ROOT_FIELD,
    key: responseKey(node),
    valueType: '_Entity',
    positional: true,
    child: { ...projected.plan, types },
  });
  return [fieldNode(node, projected.selections)];
}

/** An object beyond the contract, of which no field is left, is not asked for: that it is there says nothing. */
function isAsked({ object, fields }: TypePlan): boolean {
  return object.is !== 'plain' || fields.size > 0;
}

/** The object types that the fragments of an entity fetch name. */
function entityTypes(
  selections: readonly SelectionNode[],
  { graph, fragments, subgraph }: Projecting,
): readonly GraphQLObjectType[] {
  const names = selections
    .filter((node): node is InlineFragmentNode => node.kind !== Kind.FIELD)
    .flatMap((node) => fragments.open(node).condition ?? []);
  const types = [...new Set(names)].flatMap((name) => {
    const type = graph.schema.getType(name);
    if (isAbstractType(type)) return graph.possible(type, subgraph);
    return isObjectType(type) ? [type] : [];
  });
  return [...new Set(types)];
}

function projectRootField(
  operation: OperationDefinitionNode,
  node: SelectionNode,
  by: Projecting,
  fields: Map<string, FieldPlan>,
): readonly SelectionNode[] {
  const { schema } = by.graph;
  const root = operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  const projected = root ? projectComposite(root, [node], false, by) : undefined;
  const plan = root && projected?.plan.types.get(root.name);
  if (!projected || !plan || plan.fields.size === 0) return [];
  for (const field of plan.fields.values()) mergeFields(fields, field);
  return projected.selections;
}

const ROOT_FIELD = { cell: undefined, part: undefined } as const;
