import './monaco-environment.ts';
import { GraphiQLProvider } from '@graphiql/react';
import { fetcher } from '../asking/fetcher.ts';
import { useGraph } from '../asking/graph.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { QuestionSheet } from './question-sheet.tsx';
import { SchemaTab } from './schema-tab.tsx';
import { tabStorage } from './tab-storage.ts';
import { useEditorLooks } from './use-editor-looks.ts';
import { useWanted } from './use-wanted.ts';

/** The editors: the question, and the answer below it. The schema that they know is the viewer's own. */
export default function Workbench() {
  const graph = useGraph();
  return (
    <GraphiQLProvider
      fetcher={fetcher}
      schema={graph.is === 'there' ? graph.schema : null}
      dangerouslyAssumeSchemaIsValid
      defaultQuery=""
      storage={tabStorage}
    >
      <Bench />
      <SchemaTab />
    </GraphiQLProvider>
  );
}

function Bench() {
  useEditorLooks();
  useWanted();
  return (
    <section className="bench graphiql-container" aria-label="Question and answer">
      <QuestionSheet />
      <AnswerSheet />
    </section>
  );
}
