import { useState } from 'react';
import { QueryEditor, VariableEditor, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useHeld } from '../../shared/held.ts';
import { unstated } from '../../shared/purpose/unstated.ts';
import { session } from '../../shared/session/session.ts';

/** The question, its variables, and the button that asks it. */
export function QuestionSheet() {
  const [withVariables, setWithVariables] = useState(false);
  const { viewer } = useHeld(session);
  const isUnstated = useHeld(unstated);
  const { isFetching, responseEditor } = useGraphiQL(pick('isFetching', 'responseEditor'));
  const { run, prettifyEditors } = useGraphiQLActions();
  return (
    <div className={withVariables ? 'sheet sheet-question with-variables' : 'sheet sheet-question'}>
      <div className="sheet-head">
        <h2>Question</h2>
        <button
          type="button"
          className="button button-quiet"
          aria-pressed={withVariables}
          onClick={() => setWithVariables(!withVariables)}
        >
          Variables
        </button>
        <button type="button" className="button button-quiet" onClick={() => void prettifyEditors()}>
          Tidy
        </button>
        <button
          type="button"
          className="button button-main ask"
          onClick={run}
          disabled={!viewer || !responseEditor || isFetching}
          title="Ctrl-Enter"
        >
          {isFetching ? 'Asking…' : 'Ask'}
        </button>
      </div>
      <p role="status" className={isUnstated ? 'sheet-note' : 'hidden-text'}>
        {isUnstated && 'The purpose form has changes that are not stated yet.'}
      </p>
      <QueryEditor className="sheet-editor" />
      <VariableEditor className={withVariables ? 'sheet-variables' : 'sheet-variables is-hidden'} />
    </div>
  );
}
