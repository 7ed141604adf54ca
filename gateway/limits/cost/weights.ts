import {
  Kind,
  parse,
  valueFromASTUntyped,
  type DefinitionNode,
  type FieldDefinitionNode,
  type TypeNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { TEXT_HITS, TEXT_SEARCH } from '../../../schema/text-search.ts';
import { costDirectivesIn, type CostDirectives, type ListSize } from './directives.ts';

/** What one field costs, and how long its list may be. */
export interface FieldWeight {
  /** Of one answer of it, without what is selected in it. */
  readonly weight: number;
  /** Of asking it, however long its list is. */
  readonly once: number;
  /** The type that is selected in. */
  readonly type: string;
  readonly isList: boolean;
  readonly listSize: ListSize | undefined;
  /** Numbers that arguments have when a document gives none. */
  readonly defaults: ReadonlyMap<string, number>;
}

/** What the fields of a supergraph cost. */
export interface Weights {
  /** `undefined`: the schema has no such field. */
  field(type: string, name: string): FieldWeight | undefined;
  /** Whether several types can stand behind this one. */
  isAbstract(type: string): boolean;
  readonly roots: { readonly query: string; readonly mutation: string; readonly subscription: string };
}

/** What a change costs, where no directive speaks, besides what is asked of its outcome. */
const CHANGE = 10;

/** What it costs to have one agency look for one text, in its records or in its cases, whatever it finds. */
export const COST_OF_A_TEXT = 50;

const TEXT_FIELDS: ReadonlySet<string> = new Set(Object.values(TEXT_HITS).map(({ field }) => field));

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Reads a supergraph's weights, once. Where no directive speaks, an object costs 1, a scalar or an enum nothing. An
 * interface's field costs what the costliest of its implementations costs.
 */
export function readWeights(supergraphSdl: string): Weights {
  const document = parse(supergraphSdl, { noLocation: true });
  const directives = costDirectivesIn(document);
  const weightOfType = typeWeights(document.definitions, directives);
  const types = new Map<string, ReadonlyMap<string, FieldWeight>>();
  const roots = rootsOf(document.definitions);
  for (const node of document.definitions.filter(isComposite)) {
    const more = node.name.value === roots.mutation ? CHANGE : 0;
    types.set(
      node.name.value,
      fieldsOf(node, directives, (name) => weightOfType(name) + more),
    );
  }
  for (const node of document.definitions.filter(isComposite))
    for (const { name } of node.interfaces ?? [])
      types.set(name.value, costlier(types.get(name.value), types.get(node.name.value)));
  const abstract = new Set(document.definitions.filter(isAbstract).map(({ name }) => name.value));
  return {
    field: (type, name) => types.get(type)?.get(name),
    isAbstract: (type) => abstract.has(type),
    roots,
  };
}

function fieldsOf(node: Composite, directives: CostDirectives, weightOfType: (name: string) => number) {
  const isTextSearch = [node, ...(node.interfaces ?? [])].some(({ name }) => name.value === TEXT_SEARCH);
  const once = (name: string) => (isTextSearch && TEXT_FIELDS.has(name) ? COST_OF_A_TEXT : 0);
  return new Map(
    (node.fields ?? []).map(({ name, ...field }) => [
      name.value,
      { ...fieldWeight(field, directives, weightOfType), once: once(name.value) },
    ]),
  );
}

function fieldWeight(
  field: Omit<FieldDefinitionNode, 'name'>,
  directives: CostDirectives,
  weightOfType: (name: string) => number,
): Omit<FieldWeight, 'once'> {
  const { name, isList } = unwrapped(field.type);
  const defaults = (field.arguments ?? []).map(
    (argument) => [argument.name.value, argument.defaultValue && valueFromASTUntyped(argument.defaultValue)] as const,
  );
  return {
    weight: directives.weight(field.directives) ?? weightOfType(name),
    type: name,
    isList,
    listSize: directives.listSize(field.directives),
    defaults: new Map(defaults.filter((one): one is readonly [string, number] => typeof one[1] === 'number')),
  };
}

function costlier(
  interfaces: ReadonlyMap<string, FieldWeight> = new Map(),
  implementation: ReadonlyMap<string, FieldWeight> = new Map(),
): ReadonlyMap<string, FieldWeight> {
  return new Map([...interfaces].map(([name, own]) => [name, costlierField(own, implementation.get(name) ?? own)]));
}

function costlierField(one: FieldWeight, other: FieldWeight): FieldWeight {
  const [longer = one, shorter = other] = sizeOf(other) > sizeOf(one) ? [other, one] : [one, other];
  return { ...one, weight: Math.max(one.weight, other.weight), listSize: longer.listSize ?? shorter.listSize };
}

function sizeOf({ listSize }: FieldWeight): number {
  return listSize?.assumedSize ?? 0;
}

function typeWeights(definitions: readonly DefinitionNode[], directives: CostDirectives): (name: string) => number {
  const composite = definitions.filter((node) => isComposite(node) || isAbstract(node)).map(({ name }) => name.value);
  const said = definitions.flatMap((node) => {
    const weight = 'directives' in node && 'name' in node ? directives.weight(node.directives as never) : undefined;
    return weight === undefined || !('name' in node) || !node.name ? [] : [[node.name.value, weight] as const];
  });
  const weights = new Map<string, number>([...composite.map((name) => [name, 1] as const), ...said]);
  return (name) => weights.get(name) ?? 0;
}

function unwrapped(type: TypeNode): { readonly name: string; readonly isList: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { name: type.name.value, isList: false };
  const inner = unwrapped(type.type);
  return { name: inner.name, isList: inner.isList || type.kind === Kind.LIST_TYPE };
}

function isComposite(node: DefinitionNode): node is Composite {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function isAbstract(node: DefinitionNode) {
  return node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_DEFINITION;
}

function rootsOf(definitions: readonly DefinitionNode[]): Weights['roots'] {
  const schema = definitions.find((node) => node.kind === Kind.SCHEMA_DEFINITION);
  const root = (operation: string) =>
    schema?.operationTypes.find((node) => node.operation === operation)?.type.name.value;
  return {
    query: root('query') ?? 'Query',
    mutation: root('mutation') ?? 'Mutation',
    subscription: root('subscription') ?? 'Subscription',
  };
}
