import {
  isInputObjectType,
  isObjectType,
  parse,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { freshPrefix } from '../../policy/projection/document.ts';
import { blindedAs, type Input } from '../../schema/reads.ts';
import { LastAsked } from '../last-asked.ts';
import { constantsIn } from './constants.ts';
import { defaultsIn, operationsIn, valuesOf } from './defaults.ts';
import { definitionsFor } from './definitions.ts';
import { applied, edit } from './edits.ts';
import { hasNone, placesIn } from './places.ts';

/** A document as it is sent, and its variables. */
export interface SentDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly operationName: string | undefined;
}

/** Of documents in which there is nothing to take out, together. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Takes selectors out of the text of documents, and into their variables: texts are remembered, parsed and planned, by
 * everything that comes after, and variables are not. Lines stay where they are.
 *
 * INVARIANT: the document means the same. What does not fit the schema stays as it is: it is refused, and not remembered.
 */
export class Literals {
  readonly #without = new LastAsked<string, true>(MOST_CHARACTERS);
  readonly #names: RegExp | undefined;

  constructor(private readonly schema: GraphQLSchema) {
    const names = [
      ...new Set(
        inputsOf(schema)
          .filter((input) => blindedAs(input) !== undefined)
          .map(({ name }) => name),
      ),
    ];
    this.#names = names.length > 0 ? new RegExp(`\\b(${names.join('|')})\\b`, 'u') : undefined;
  }

  /** The same document, and the same variables with what was taken out of it. */
  takeOut(sent: SentDocument): Pick<SentDocument, 'query' | 'variables'> {
    if (!this.#names?.test(sent.query) || this.#without.get(sent.query)) return sent;
    const document = read(sent.query);
    const taken = document && takenOut(document, sent, this.schema);
    if (taken) return taken;
    if (document) this.#without.set(sent.query, true, sent.query.length);
    return sent;
  }
}

function read(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

function takenOut(
  document: DocumentNode,
  { query, variables = {}, operationName }: SentDocument,
  schema: GraphQLSchema,
): Pick<SentDocument, 'query' | 'variables'> | undefined {
  const places = placesIn(document, schema);
  if (hasNone(places)) return undefined;
  const prefix = freshPrefix(query);
  const leaves = places.given
    .flatMap(({ node, input }) => constantsIn(node, input.type))
    .map((leaf, index) => ({ ...leaf, variable: `${prefix}${index}` }));
  const defaults = defaultsIn(document, places);
  if (leaves.length === 0 && defaults.texts.length === 0) return undefined;
  const edits = [
    ...leaves.map(({ node, variable }) => edit(query, node, `$${variable}`)),
    ...defaults.texts.map((node) => edit(query, node, '""')),
    ...operationsIn(document).flatMap((operation) => definitionsFor(operation, document, leaves)),
  ];
  const values = leaves.map(({ node, variable }) => [variable, valueFromASTUntyped(node)] as const);
  const chosen = operationsIn(document).find(({ name }) => !operationName || name?.value === operationName);
  const given = chosen && valuesOf(defaults, chosen, variables);
  return { query: applied(query, edits), variables: { ...variables, ...Object.fromEntries(values), ...given } };
}

function inputsOf(schema: GraphQLSchema): readonly Input[] {
  return Object.values(schema.getTypeMap()).flatMap((type): readonly Input[] => {
    if (isInputObjectType(type)) return Object.values(type.getFields());
    return isObjectType(type) ? Object.values(type.getFields()).flatMap(({ args }) => args) : [];
  });
}
