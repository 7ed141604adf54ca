import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError, stripIgnoredCharacters, print, visit, Kind, type DocumentNode } from 'graphql';
import type { Graph } from '../../policy/projection/graph.ts';
import type { Survey } from '../../policy/projection/survey.ts';
import { DeclaredError } from '../../schema/errors.ts';
import type { Answering } from '../answering.ts';
import { GATEWAY_ERRORS, toGraphQLError } from '../errors.ts';
import { KnownOperations } from '../known-operations.ts';
import { disclosureOf, type Ledger } from '../ledger/ledger.ts';
import type { Gate } from '../limits/gate.ts';
import type { Rates } from '../limits/rates.ts';
import type { Turn, Turns } from '../limits/turns.ts';
import type { Pipeline } from '../pipeline.ts';
import { thrown } from './refusal.ts';

/** What the plugin needs of the stages around Apollo's execution. */
export interface VisibilityStages {
  readonly graph: () => Graph;
  readonly gate: Gate;
  readonly rates: Rates;
  /** Of operations that look for texts. */
  readonly turns: Turns;
  readonly pipeline: Pipeline;
  readonly ledger: Ledger;
  /** Is told of an error that must not leave. */
  readonly failed: (where: string, error: unknown) => void;
}

/** The stages before and after the execution: require a purpose, count searches; explain, and record before the answer leaves. */
export function visibilityPlugin(stages: VisibilityStages): ApolloServerPlugin<Answering> {
  const known = new KnownOperations(stages.gate, stages.graph);
  return {
    async requestDidStart(): Promise<GraphQLRequestListener<Answering>> {
      let surveyed: Survey | undefined;
      let turn: Turn | undefined;
      return {
        async didResolveOperation({ document, operation, request, contextValue, schema }) {
          if (!operation) {
            const detail = 'the document has several operations, or none of the name that `operationName` gives';
            throw toGraphQLError(new DeclaredError(GATEWAY_ERRORS.OPERATION_RESOLUTION_FAILURE, detail));
          }
          const read = { document, operation, schema, variables: request.variables ?? {} };
          const { asked, cost, survey } = declared(() => known.of(read));
          declared(() => stages.pipeline.require(survey, contextValue));
          let whole = cost;
          const weigh = (keys: number) => void (whole = stages.gate.weighKeys(cost, keys));
          const texts = declared(() => stages.pipeline.blind(read, contextValue, weigh));
          if (texts > 0) turn = declared(() => stages.turns.ask(contextValue.viewer));
          if (survey.changes) await requireLedger(stages);
          await stages.rates.charge(contextValue.viewer, whole).catch((error: unknown) => {
            throw thrown(error);
          });
          // Apollo hands the same object to every fetch of the operation, none of which has begun.
          Object.assign(contextValue, await stages.pipeline.spend(asked, contextValue));
          surveyed = survey;
          await turn?.begun;
        },
        // Whatever becomes of a request, it comes by here.
        async willSendResponse({ response, contextValue, document, operation }) {
          turn?.end();
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          delete result.extensions?.['valueCompletion'];
          if (!surveyed || !operation || !document || !('data' in result)) return;
          const visibility = stages.pipeline.explain(surveyed, contextValue);
          const told = stages.pipeline.notify(surveyed, contextValue);
          const disclosure = disclosureOf(operationText(document), surveyed, visibility, contextValue, told);
          try {
            if (disclosure) await stages.ledger.record(disclosure, told);
            result.extensions = { ...result.extensions, visibility };
          } catch (error) {
            stages.failed('the ledger', error);
            const unrecorded = surveyed.changes
              ? GATEWAY_ERRORS.OUTCOME_NOT_RECORDED
              : GATEWAY_ERRORS.LEDGER_UNAVAILABLE;
            const refusal = toGraphQLError(new DeclaredError(unrecorded, 'the disclosure could not be recorded'));
            const { http: _, ...extensions } = refusal.extensions;
            response.body.singleResult = { errors: [{ message: refusal.message, extensions }] };
            response.http.status = unrecorded.status;
          }
        },
      };
    },
  };
}

/** What an answer discloses is recorded after the change: nothing is changed while nothing can be recorded. */
async function requireLedger({ ledger, failed }: VisibilityStages): Promise<void> {
  try {
    await ledger.ready?.();
  } catch (error) {
    failed('the ledger', error);
    const detail = 'nothing can be recorded, so nothing was changed';
    throw thrown(new DeclaredError(GATEWAY_ERRORS.LEDGER_UNAVAILABLE, detail));
  }
}

function declared<Value>(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw thrown(error instanceof GraphQLError ? unfitting() : error);
  }
}

/** GraphQL.js lets a variable with a default be null, and then wants it not to be where it stands in a directive. */
function unfitting(): DeclaredError {
  return new DeclaredError(
    GATEWAY_ERRORS.BAD_USER_INPUT,
    'a variable is null where `@include` or `@skip` needs a value',
  );
}

/** The operation as it is recorded: without literal values, which may be selectors. Written once for a document. */
function operationText(document: DocumentNode): string {
  const known = texts.get(document) ?? withoutLiterals(document);
  texts.set(document, known);
  return known;
}

const texts = new WeakMap<DocumentNode, string>();

function withoutLiterals(document: DocumentNode): string {
  const hidden = { kind: Kind.STRING, value: '' } as const;
  return stripIgnoredCharacters(
    print(
      visit(document, {
        StringValue: () => hidden,
        IntValue: () => ({ kind: Kind.INT, value: '0' }),
        FloatValue: () => ({ kind: Kind.FLOAT, value: '0' }),
      }),
    ),
  );
}
