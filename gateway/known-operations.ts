import { getVariableValues, type OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from '../policy/projection/document.ts';
import type { Graph } from '../policy/projection/graph.ts';
import { survey, type Survey, type SurveyedOperation } from '../policy/projection/survey.ts';
import { placesOf } from './blinding/operation.ts';
import { withoutSelectors } from './blinding/without.ts';
import type { ReadOperation } from './execution/planner.ts';
import { LastAsked } from './last-asked.ts';
import type { Gate } from './limits/gate.ts';

/** What an operation's text and variables tell of it, before anybody is asked. */
export interface KnownOperation {
  readonly asked: SurveyedOperation;
  /** What it may cost at most. */
  readonly cost: number;
  readonly survey: Survey;
}

/** An operation that Apollo Server has read, as a request asks it. */
export interface RequestedOperation extends ReadOperation {
  /** As the request has them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many characters the documents may have together whose operations are kept, and what the least counts for. */
const MOST_CHARACTERS = 500_000;
const LEAST_CHARACTERS = 1_000;
/** With so many values of its variables each operation is kept. */
const MOST_VARIABLES = 8;
/** Longer variables are not kept: they seldom come again. */
const LONGEST_VARIABLES = 2_048;

/**
 * Gets to know operations, each once: frontends send the same few again and again.
 *
 * INVARIANT: what is kept depends on the operation and its variables alone: nothing of a viewer is in it.
 * INVARIANT: no selector is kept. What it is tells nothing of what is asked for; only that there is one does.
 * INVARIANT: an operation that is refused is not kept, nor one with variables that do not fit: it will be refused.
 */
export class KnownOperations {
  readonly #known = new LastAsked<OperationDefinitionNode, LastAsked<string, KnownOperation>>(MOST_CHARACTERS);

  constructor(
    private readonly gate: Pick<Gate, 'measure' | 'weigh'>,
    private readonly graph: () => Graph,
  ) {}

  /** @throws DeclaredError it is of a kind that is not answered, too large or too costly */
  of(requested: RequestedOperation): KnownOperation {
    const places = placesOf(requested.document, requested.operation, this.graph().schema);
    if (places.shared.size > 0) return this.#get(requested).known;
    const read = { ...requested, variables: withoutSelectors(requested.variables, places) };
    const key = JSON.stringify(read.variables);
    if (key.length > LONGEST_VARIABLES || !tells(key, read.variables)) return this.#get(read).known;
    const byVariables = this.#known.get(read.operation);
    const found = byVariables?.get(key);
    if (found) return found;
    const { known, isFit } = this.#get(read);
    if (isFit) this.#keep(read, key, known, byVariables);
    return known;
  }

  #get({ document, operation, schema, variables }: RequestedOperation): { known: KnownOperation; isFit: boolean } {
    const fragments = fragmentsOf(document);
    this.gate.measure(operation, fragments);
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    const asked = { operation, fragments, variables: coerced ?? variables };
    const known = { asked, cost: this.gate.weigh(asked), survey: survey(asked, this.graph()) };
    return { known, isFit: coerced !== undefined };
  }

  #keep(
    { document, operation }: ReadOperation,
    key: string,
    known: KnownOperation,
    byVariables = new LastAsked<string, KnownOperation>(MOST_VARIABLES),
  ): void {
    byVariables.set(key, known, 1);
    this.#known.set(operation, byVariables, Math.max(document.loc?.end ?? 0, LEAST_CHARACTERS));
  }
}

/** Whether other variables have another key: JSON writes as null a number that is too large to be one. */
function tells(key: string, variables: RequestedOperation['variables']): boolean {
  return !key.includes('null') || !isInfiniteIn(variables);
}

function isInfiniteIn(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isInfiniteIn);
}
