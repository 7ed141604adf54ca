import { ResponseEditor, useGraphiQL } from '@graphiql/react';
import { useHeld } from '../../shared/held.ts';
import { Empty, Loading, Refusal } from '../../shared/states.tsx';
import { session } from '../../shared/session/session.ts';
import { asked } from '../asking/answer.ts';
import { useMarks } from '../asking/use-marks.ts';
import { countsOf, inWords } from '../marks/counts.ts';
import { usePaintedMarks } from './use-painted-marks.ts';

/** The answer, with what is withheld marked where it would stand. */
export function AnswerSheet() {
  const last = useHeld(asked);
  const marks = useMarks();
  const editor = useGraphiQL((state) => state.responseEditor);
  usePaintedMarks(editor, marks);
  const outcome = last?.outcome;
  const refused = outcome !== undefined && outcome !== 'asking' && outcome.is === 'refused' ? outcome : undefined;
  return (
    <div className="sheet sheet-answer">
      <div className="sheet-head">
        <h2>Answer</h2>
        <p role="status" className="sheet-says">
          {outcome === 'asking' ? 'Asking…' : outcome?.is === 'answered' ? inWords(countsOf(marks)) : ''}
        </p>
      </div>
      {refused && <Refusal refused={refused} />}
      <div className="sheet-editor">
        <ResponseEditor aria-live="off" aria-label="Answer" />
        {!last && <NothingAsked />}
        {outcome === 'asking' && (
          <div className="sheet-over">
            <Loading what="the answer" />
          </div>
        )}
      </div>
    </div>
  );
}

function NothingAsked() {
  const { viewer } = useHeld(session);
  return (
    <div className="sheet-over">
      <Empty title={viewer ? 'Nothing was asked yet.' : 'Nobody asks yet.'}>
        <p>
          {viewer
            ? 'Write a question and press “Ask”, or begin with a prepared one.'
            : 'Begin with a prepared question, or choose who asks.'}
        </p>
      </Empty>
    </div>
  );
}
