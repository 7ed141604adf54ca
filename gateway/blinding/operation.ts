import { valueFromASTUntyped, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { unseal } from '../../matching/sealed.ts';
import { withDefaults } from '../../policy/projection/argument-values.ts';
import { fragmentDefinitionsIn, rewrite } from '../../policy/projection/document.ts';
import { isTextKind } from '../../schema/selectors.ts';
import { changeSelector, changeWithin, type ChangeSelector } from './change.ts';
import { placesIn, type Places } from './places.ts';

/** An operation of a document that is about to be executed, with its variables. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the request has them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** INVARIANT: of an operation in whose text no selector is left (see `Literals`), so that none is kept with it. */
const known = new WeakMap<OperationDefinitionNode, Places>();

/** Where an operation, with the fragments that it spreads, gives selectors. */
export function placesOf(document: DocumentNode, operation: OperationDefinitionNode, schema: GraphQLSchema): Places {
  const found = known.get(operation);
  if (found) return found;
  const { document: alone } = rewrite(operation, operation.selectionSet.selections, fragmentDefinitionsIn(document));
  const places = placesIn(alone, schema);
  known.set(operation, places);
  return places;
}

/** How selectors and texts are weighed while they are gone over. */
export interface Weighing {
  /** For how many keys a text counts, as often as it is given. */
  readonly keysOfText: number;
  /**
   * Is told after each by how many keys they are looked for so far, where they are sealed: a number by one or two, a name
   * by some dozens. It may throw, and nothing more is done.
   */
  readonly weigh: (keys: number) => void;
}

/** Goes over every selector, and every text, of an operation once, as often as it is given. */
export function visitSelectors(
  { document, operation, variables }: AskedOperation,
  schema: GraphQLSchema,
  visit: ChangeSelector,
  { keysOfText, weigh }: Weighing,
): void {
  const { given, objects } = placesOf(document, operation, schema);
  if (given.length === 0 && objects.size === 0) return;
  const values = withDefaults(operation, variables);
  let keys = 0;
  const count: ChangeSelector = (kind, value, at) => {
    const made = visit(kind, value, at);
    keys += isTextKind(kind) ? keysOfText : keysIn(made);
    weigh(keys);
  };
  for (const { node, kind, at } of given) changeSelector(valueFromASTUntyped(node, values), kind, at, count);
  for (const [name, { type, at }] of objects) changeWithin(values[name], type, at, count);
}

/** Of one epoch: while keys are changed, a search costs no more than before. */
function keysIn(sealed: unknown): number {
  const tokens = (typeof sealed === 'string' ? unseal(sealed) : undefined) ?? [];
  return tokens.filter(({ epoch }) => epoch === tokens[0]!.epoch).length;
}
