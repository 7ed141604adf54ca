import {
  buildASTSchema,
  isAbstractType,
  isObjectType,
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { contract as shippedContract, type Contract, type EntityType } from '../../schema/contract.ts';
import { entityOf, familiesOf } from '../families.ts';
import type { AgencyEntry } from '../parties.ts';
import { textInterfaceOf, textRoleOf, type TextRole } from '../text-search.ts';
import { isOf } from './is-of.ts';

/** What a type of the supergraph is to the rules. */
export type Role =
  /** An agency's own type that implements the contract: `IceRecord`. */
  | { readonly is: 'entity'; readonly owner: string; readonly family: EntityType }
  /** A part of an entity whose fields are governed one by one: `WiretapIntercept`. */
  | { readonly is: 'container'; readonly family: EntityType }
  /** An agency's own type of searches by text, or of what they find: `IceTextSearch`, `IceTextHit`. */
  | (TextRole & { readonly owner: string })
  /** Anything else: a value, or a type that an agency or the hub adds. */
  | { readonly is: 'other' };

/** The composed supergraph as the rules see it. Immutable. */
export interface Graph {
  readonly schema: GraphQLSchema;
  readonly contract: Contract;
  readonly agencies: readonly AgencyEntry[];
  /** The subgraphs that are no agency's. */
  readonly hubs: readonly string[];
  role(typename: string): Role;
  /** Whether a subgraph answers a field. */
  answers(subgraph: string, type: GraphQLObjectType, field: string): boolean;
  /** The object types that an abstract type can be in one subgraph's answers. */
  possible(type: GraphQLAbstractType, subgraph: string): readonly GraphQLObjectType[];
  /** Whether a subgraph knows an interface as an object (`@interfaceObject`): its answers have the interface's own name. */
  isInterfaceObject(typename: string, subgraph: string): boolean;
}

/** Reads a supergraph (SDL with join directives). */
export function readGraph(
  supergraphSdl: string,
  agencies: readonly AgencyEntry[],
  contract: Contract = shippedContract,
): Graph {
  const schema = buildASTSchema(parse(supergraphSdl, { noLocation: true }), { assumeValid: true });
  const subgraphs = subgraphNames(schema);
  const servedBy = new Map<string, ReadonlySet<string>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type))
      servedBy.set(type.name, new Set(joinsOf(type).map((graph) => subgraphs.get(graph) ?? graph)));
  }
  const roles = new Map<string, Role>();
  const answerers = new Map<string, ReadonlySet<string>>();
  const answeredBy = (field: FieldDefinitionNode | null | undefined) =>
    joins(field, 'join__field').map((graph) => subgraphs.get(graph) ?? graph);
  return {
    schema,
    contract,
    agencies,
    hubs: [...subgraphs.values()].filter((name) => !agencies.some(({ code }) => code === name)),
    role(typename) {
      const role = roles.get(typename) ?? roleOf(typename, schema, agencies, contract);
      roles.set(typename, role);
      return role;
    },
    answers: (subgraph, type, field) => {
      const coordinate = `${type.name}.${field}`;
      const known = answerers.get(coordinate);
      const graphs = known ?? new Set(answeredBy(type.getFields()[field]?.astNode));
      if (!known) answerers.set(coordinate, graphs);
      return graphs.size > 0 ? graphs.has(subgraph) : (servedBy.get(type.name)?.has(subgraph) ?? false);
    },
    possible: (type, subgraph) => schema.getPossibleTypes(type).filter((t) => servedBy.get(t.name)?.has(subgraph)),
    isInterfaceObject: (typename, subgraph) => {
      const joined = schema.getType(typename)?.astNode?.directives ?? [];
      return joined.some((node) => {
        const graph = argument(node, 'graph') ?? '';
        return argument(node, 'isInterfaceObject') === 'true' && (subgraphs.get(graph) ?? graph) === subgraph;
      });
    },
  };
}

/** Whether a fragment on `condition` speaks of objects of the type. */
export function isA(type: GraphQLObjectType, condition: string, { schema }: Graph): boolean {
  return isOf(type, condition, schema);
}

function roleOf(typename: string, schema: GraphQLSchema, agencies: readonly AgencyEntry[], contract: Contract): Role {
  const family = familiesOf(contract).get(typename);
  const type = schema.getType(typename);
  if (family && isObjectType(type)) return { is: 'container', family };
  for (const agency of agencies) {
    const entity = entityOf(typename, agency);
    const text = textRoleOf(typename, agency);
    if (text && implementsInterface(schema, typename, textInterfaceOf(text))) return { ...text, owner: agency.code };
    if (entity && implementsInterface(schema, typename, entity))
      return { is: 'entity', owner: agency.code, family: entity };
  }
  return { is: 'other' };
}

function implementsInterface(schema: GraphQLSchema, typename: string, entity: string): boolean {
  const type = schema.getType(typename);
  const abstract = schema.getType(entity);
  return isObjectType(type) && isAbstractType(abstract) && schema.isSubType(abstract, type);
}

/** `join__Graph` enum value → the subgraph's own name. */
function subgraphNames(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const graph = schema.getType('join__Graph')?.astNode;
  const values = graph?.kind === 'EnumTypeDefinition' ? (graph.values ?? []) : [];
  return new Map(
    values.map((value) => [value.name.value, argument(value.directives?.[0], 'name') ?? value.name.value]),
  );
}

function joinsOf(type: GraphQLObjectType): readonly string[] {
  return [type.astNode, ...type.extensionASTNodes].flatMap((node) => joins(node, 'join__type'));
}

function joins(
  node: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined,
  name: string,
): readonly string[] {
  const directives =
    node?.directives?.filter((directive) => directive.name.value === name && !isExternal(directive)) ?? [];
  return directives.flatMap((directive) => argument(directive, 'graph') ?? []);
}

/** A subgraph that only requires a field does not answer it. */
function isExternal(node: ConstDirectiveNode): boolean {
  return argument(node, 'external') === 'true';
}

function argument(node: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = node?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}
