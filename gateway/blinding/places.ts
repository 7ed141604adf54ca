import {
  Kind,
  TypeInfo,
  getNamedType,
  isInputObjectType,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { blindedKindOf } from '../../policy/projection/blinded.ts';
import type { Input } from '../../schema/reads.ts';
import type { BlindedKind } from '../../schema/selectors.ts';

/** Where a document gives a selector, or a text. */
export interface Place {
  readonly kind: BlindedKind;
  readonly input: Input;
  /** The field and the inputs that lead to it: `records.filter.phone`. */
  readonly at: string;
  readonly node: ValueNode;
}

/** Where a document gives selectors: in its own words, and in variables. */
export interface Places {
  readonly given: readonly Place[];
  /** Variables in whose values there may be selectors further in: what they are, and where they stand. */
  readonly objects: ReadonlyMap<string, { readonly type: GraphQLInputType; readonly at: string }>;
  /** Variables that are (part of) a selector in one place, and something else in another. */
  readonly shared: ReadonlySet<string>;
}

/** Finds the inputs of a document that are selectors, wherever they stand: in fragments, under aliases, within lists. */
export function placesIn(document: DocumentNode, schema: GraphQLSchema): Places {
  const found: Found = { given: [], objects: new Map() };
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field({ arguments: given = [], name }) {
        const args = typeInfo.getFieldDef()?.args ?? [];
        for (const argument of given) {
          const input = args.find((known) => known.name === argument.name.value);
          if (input) collect(argument.value, input, name.value, found);
        }
      },
    }),
  );
  return { ...found, shared: sharedIn(document, found) };
}

/** Whether a document gives none, whatever its variables are. */
export function hasNone({ given, objects }: Places): boolean {
  return given.length === 0 && objects.size === 0;
}

interface Found {
  readonly given: Place[];
  readonly objects: Map<string, { readonly type: GraphQLInputType; readonly at: string }>;
}

function collect(node: ValueNode, input: Input, around: string, found: Found): void {
  const at = `${around}.${input.name}`;
  const kind = blindedKindOf(input);
  if (kind === undefined) collectWithin(node, input.type, at, found);
  else if (node.kind !== Kind.NULL) found.given.push({ kind, input, at, node });
}

function collectWithin(node: ValueNode, type: GraphQLInputType, at: string, found: Found): void {
  if (!mayHold(type)) return;
  if (node.kind === Kind.VARIABLE) found.objects.set(node.name.value, { type, at });
  if (node.kind === Kind.LIST) for (const item of node.values) collectWithin(item, type, at, found);
  if (node.kind !== Kind.OBJECT) return;
  const named = getNamedType(type);
  const fields = isInputObjectType(named) ? named.getFields() : {};
  for (const { name, value } of node.fields) {
    const field = fields[name.value];
    if (field) collect(value, field, at, found);
  }
}

/** Whether a selector may be given somewhere in values of a type. */
export function mayHold(type: GraphQLInputType, seen = new Set<string>()): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some(
    (field) => blindedKindOf(field) !== undefined || mayHold(field.type, seen),
  );
}

function sharedIn(document: DocumentNode, { given }: Found): ReadonlySet<string> {
  const all = usesIn(document.definitions);
  const here = usesIn(given.map(({ node }) => node));
  return new Set([...here].filter(([name, uses]) => uses < (all.get(name) ?? 0)).map(([name]) => name));
}

/** How often each variable is used. Where it is defined it is not. */
function usesIn(nodes: readonly (ValueNode | DocumentNode['definitions'][number])[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const node of nodes)
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
    });
  return uses;
}
