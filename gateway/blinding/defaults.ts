import {
  Kind,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
  type StringValueNode,
  type ValueNode,
} from 'graphql';
import { own } from '../../policy/own.ts';
import { selectorsIn } from './blank.ts';
import type { Places } from './places.ts';

type Variables = Readonly<Record<string, unknown>>;

/** What the defaults of variables say of selectors. */
export interface Defaults {
  readonly texts: readonly StringValueNode[];
  /** The variables whose defaults they are. */
  readonly names: ReadonlySet<string>;
}

/** The texts of selectors in the defaults of variables, and the variables. */
export function defaultsIn(document: DocumentNode, places: Places): Defaults {
  const texts: StringValueNode[] = [];
  const names = new Set<string>();
  const wholly = variablesIn(places.given.map(({ node }) => node));
  for (const { variable, defaultValue } of operationsIn(document).flatMap((one) => one.variableDefinitions ?? [])) {
    const name = variable.name.value;
    const object = places.objects.get(name);
    if (!defaultValue || !(wholly.has(name) || object)) continue;
    const selectors = wholly.has(name) || !object ? [defaultValue] : selectorsIn(defaultValue, object.type);
    const found = selectors.flatMap(textsIn);
    texts.push(...found);
    if (found.length > 0) names.add(name);
  }
  return { texts, names };
}

function textsIn(node: ValueNode): readonly StringValueNode[] {
  const texts: StringValueNode[] = [];
  visit(node, { StringValue: (text) => void texts.push(text) });
  return texts;
}

function variablesIn(nodes: readonly ValueNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

/** The values of those defaults in an operation, of variables that are not given. */
export function valuesOf(
  { names }: Defaults,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
): Variables {
  const values = variableDefinitions.flatMap(({ variable, defaultValue }) => {
    const name = variable.name.value;
    if (!defaultValue || !names.has(name) || own(given, name) !== undefined) return [];
    return [[name, valueFromASTUntyped(defaultValue)] as const];
  });
  return Object.fromEntries(values);
}

/** The operations of a document. */
export function operationsIn({ definitions }: DocumentNode): readonly OperationDefinitionNode[] {
  return definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}
