import { getOperationAST, getVariableValues, parse, validate, type DocumentNode } from 'graphql';
import { withWhatWasLeftOut, type Completed } from './left-out.ts';
import { fragmentsOf } from '../../policy/projection/document.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import { survey, type Survey } from '../../policy/projection/survey.ts';
import type { Recorded } from './recorded.ts';

/** Documents that are kept parsed: recorded operations repeat each other. */
const MOST_DOCUMENTS = 500;

/** Tells what an operation asks of whom. @throws Error when the graph has no such operation */
export type Surveyor = (recorded: Pick<Recorded, 'query' | 'variables'>) => Survey;

/** Surveys operations on a composed graph. */
export function surveyorOf(graph: Graph): Surveyor {
  const documents = new Map<string, Completed>();
  const read = (query: string): Completed => {
    const known = documents.get(query) ?? withWhatWasLeftOut(documentOf(query, graph));
    if (documents.size >= MOST_DOCUMENTS) documents.clear();
    documents.set(query, known);
    return known;
  };
  return ({ query, variables }) => {
    const { document, assumed } = read(query);
    const given = { ...assumed, ...variables };
    const operation = getOperationAST(document);
    if (!operation) throw new Error('it has no operation, or several');
    const { coerced } = getVariableValues(graph.schema, operation.variableDefinitions ?? [], given);
    return survey({ operation, fragments: fragmentsOf(document), variables: coerced ?? given }, graph);
  };
}

function documentOf(query: string, { schema }: Graph): DocumentNode {
  const document = parse(query, { noLocation: true });
  const [error] = validate(schema, document, undefined, { maxErrors: 1 });
  if (error) throw new Error(error.message);
  return document;
}
