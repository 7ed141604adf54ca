import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { getVariableValues } from 'graphql';
import { fragmentsOf } from '../../policy/projection/document.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import { survey, type Survey } from '../../policy/projection/survey.ts';
import type { Answering } from '../answering.ts';
import type { Pipeline } from '../pipeline.ts';

/** The stages around Apollo's execution: what is required and counted before it, what is explained after. */
export function explaining(pipeline: Pipeline, graph: Graph): ApolloServerPlugin<Answering> {
  return {
    async requestDidStart(): Promise<GraphQLRequestListener<Answering>> {
      let surveyed: Survey | undefined;
      return {
        async didResolveOperation({ document, operation, request, contextValue, schema }) {
          if (!operation) return;
          const given = request.variables ?? {};
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
          // Apollo's gateway says what is wrong with them.
          if (!coerced) return;
          const asked = { operation, fragments: fragmentsOf(document), variables: coerced };
          surveyed = survey(asked, graph);
          pipeline.require(surveyed, contextValue);
          Object.assign(contextValue, await pipeline.spend(asked, contextValue));
        },
        async willSendResponse({ response, contextValue }) {
          if (!surveyed || response.body.kind !== 'single' || !('data' in response.body.singleResult)) return;
          const result = response.body.singleResult;
          result.extensions = { ...result.extensions, visibility: pipeline.explain(surveyed, contextValue) };
        },
      };
    },
  };
}
