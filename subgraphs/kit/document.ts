import {
  Kind,
  parse,
  validate,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { DeclaredError } from '../../schema/errors.ts';
import { withoutValues } from '../../schema/graphql-mistake.ts';
import type { Budgets } from './budgets/budgets.ts';
import { refuseTooLarge } from './budgets/size.ts';
import { KIT_ERRORS } from './errors.ts';

const MOST_TOKENS = 20_000;
const MOST_DOCUMENTS = 1_000;

/** Reads the operations that a subgraph is sent; each text is parsed and checked once. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, DocumentNode>();

  readonly #budgets: Budgets;

  constructor(schema: GraphQLSchema, budgets: Budgets) {
    this.#schema = schema;
    this.#budgets = budgets;
  }

  /** @throws DeclaredError `DOCUMENT_INVALID`, `OPERATION_OVER_BUDGET` */
  read(query: string): DocumentNode {
    const document = this.#known.get(query) ?? this.#check(query);
    this.#known.delete(query);
    this.#known.set(query, document);
    for (const oldest of this.#known.keys()) if (this.#known.size > MOST_DOCUMENTS) this.#known.delete(oldest);
    return document;
  }

  #check(query: string): DocumentNode {
    const document = parseDocument(query);
    refuseTooLarge(document, this.#budgets);
    const [mistake] = validate(this.#schema, document, undefined, { maxErrors: 1 });
    if (mistake) throw new DeclaredError(KIT_ERRORS.DOCUMENT_INVALID, withoutValues(mistake.message));
    return document;
  }
}

/** Whether a text asks for the subgraph's SDL and nothing else: that is no secret among the parties. */
export function asksForSdlOnly(query: string): boolean {
  const [operation, ...more] = parseDocument(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || more.length > 0) return false;
  const service = onlyField(operation.selectionSet, '_service');
  return onlyField(service?.selectionSet, 'sdl') !== undefined;
}

function parseDocument(query: string): DocumentNode {
  try {
    return parse(query, { noLocation: true, maxTokens: MOST_TOKENS });
  } catch {
    throw new DeclaredError(KIT_ERRORS.DOCUMENT_INVALID, 'the operation is not GraphQL, or too long');
  }
}

/** The one field that is selected, if it has that name and nothing else to it. */
function onlyField(set: SelectionSetNode | undefined, name: string): FieldNode | undefined {
  const [node, ...more] = set?.selections ?? [];
  if (node?.kind !== Kind.FIELD || more.length > 0 || node.name.value !== name) return undefined;
  return node.alias || node.arguments?.length || node.directives?.length ? undefined : node;
}
