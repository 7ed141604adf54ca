import {
  Kind,
  parse,
  parseType,
  print,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { withDefaults } from '../../policy/projection/argument-values.ts';
import { SEALED_FIELD } from '../../policy/projection/blinded.ts';
import { fragmentDefinitionsIn, freshPrefix, operationOf, rewrite } from '../../policy/projection/document.ts';
import type { BlindedKind } from '../../schema/selectors.ts';
import { LastAsked } from '../last-asked.ts';
import { blankIn } from './blank.ts';
import { changeSelector, changeWithin, type ChangeSelector } from './change.ts';
import { hasNone, placesIn, type Place, type Places } from './places.ts';

/** What goes to a hub in the place of a selector, or of a text. @param at where it stands: `records.filter.phone` */
export type WriteBlinded = (kind: BlindedKind, value: NonNullable<unknown>, at: string) => string;

/** What is sent to a hub. */
export interface HubFetch {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Of fetches that are remembered, together. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Blinds the selectors of fetches. Each comes to stand in a variable of its own, wherever it was given: a variable may be a
 * telephone number in one place, and something else in another.
 */
export class FetchBlinding {
  readonly #known = new LastAsked<string, Replaced | 'none'>(MOST_CHARACTERS);

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The fetch with every selector, and every text, changed to what the hub may know of it.
   * @throws DeclaredError one cannot be
   */
  blinded(fetch: HubFetch, write: WriteBlinded): HubFetch {
    const replaced = this.#replaced(fetch.query);
    if (replaced === 'none') return fetch;
    const { operation, places, names, query, used } = replaced;
    const given = withDefaults(operation, fetch.variables);
    const change = writing(write);
    const others = Object.entries(fetch.variables).filter(([name]) => used.has(name));
    const objects = [...places.objects]
      .filter(([name]) => given[name] !== undefined)
      .map(([name, { type, at }]) => [name, changeWithin(given[name], type, at, change)] as const);
    const selectors = places.given
      .map(({ node, kind, at }, index) => [names[index]!, sealedIn(node, kind, at, given, change)] as const)
      .filter(([, value]) => value !== undefined);
    return { query, variables: Object.fromEntries([...others, ...objects, ...selectors]) };
  }

  /** INVARIANT: a fetch in whose own words there is a selector is not remembered. */
  #replaced(query: string): Replaced | 'none' {
    const known = this.#known.get(query);
    if (known) return known;
    const made = replace(query, this.schema);
    if (made === 'none' || !made.places.given.some(({ node }) => hasLiteral(node))) {
      this.#known.set(query, made, query.length);
    }
    return made;
  }
}

/** A fetch whose selectors stand in variables. */
interface Replaced {
  /** As it was. */
  readonly operation: OperationDefinitionNode;
  readonly places: Places;
  /** The variables of the places, in the same order. */
  readonly names: readonly string[];
  readonly query: string;
  /** Variables that the new query uses. */
  readonly used: ReadonlySet<string>;
}

function replace(query: string, schema: GraphQLSchema): Replaced | 'none' {
  const document = parse(query, { noLocation: true });
  const operation = operationOf(document);
  const places = placesIn(document, schema);
  if (hasNone(places)) return 'none';
  const prefix = freshPrefix(query);
  const names = places.given.map((_, index) => `${prefix}${index}`);
  const byNode = new Map(places.given.map(({ node }, index) => [node, names[index]!]));
  const changed: DocumentNode = visit(document, { enter: (node) => variable(byNode.get(node as ValueNode)) });
  const body = operationOf(changed);
  const definitions = [
    ...(body.variableDefinitions ?? []).map((node) => withoutDefault(node, places)),
    ...places.given.map(({ input }, index) => defined(names[index]!, input)),
  ];
  const { document: rewritten, variables: used } = rewrite(
    { ...body, variableDefinitions: definitions },
    body.selectionSet.selections,
    fragmentDefinitionsIn(changed),
  );
  return { operation, places, names, query: print(rewritten), used };
}

function variable(name: string | undefined) {
  return name === undefined ? undefined : { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
}

function defined(name: string, { type }: Place['input']): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: parseType(String(type), { noLocation: true }),
  };
}

/**
 * A default with a selector in it is given as a value. What is left of it, texts without what they said, makes the variable
 * one that may stand where null may not.
 */
function withoutDefault(node: VariableDefinitionNode, { objects }: Places): VariableDefinitionNode {
  const object = objects.get(node.variable.name.value);
  if (!node.defaultValue || !object) return node;
  return { ...node, defaultValue: blankIn(node.defaultValue, object.type) };
}

function writing(write: WriteBlinded): ChangeSelector {
  return (kind, value, at) => {
    const sealed = write(kind, value, at);
    return typeof value === 'object' ? { [SEALED_FIELD]: sealed } : sealed;
  };
}

function sealedIn(
  node: ValueNode,
  kind: Place['kind'],
  at: string,
  variables: HubFetch['variables'],
  change: ChangeSelector,
): unknown {
  return changeSelector(valueFromASTUntyped(node, variables), kind, at, change);
}

function hasLiteral(node: ValueNode): boolean {
  let found = false;
  visit(node, { StringValue: () => void (found = true), IntValue: () => void (found = true) });
  return found;
}
