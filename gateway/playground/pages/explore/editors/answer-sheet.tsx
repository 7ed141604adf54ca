import { ResponseEditor, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useHeld } from '../../shared/held.ts';
import { Empty, Loading } from '../../shared/states.tsx';
import { refusals } from '../../shared/session/refusals.ts';
import { session } from '../../shared/session/session.ts';
import { askAgain } from '../asking/again.ts';
import { useShown, type Shown } from '../asking/answer.ts';
import { askedBefore } from '../asking/asked-before.ts';
import { useMarks } from '../asking/use-marks.ts';
import { countsOf, inWords } from '../marks/counts.ts';
import type { Mark } from '../marks/mark.ts';
import { RefusedAnswer } from './refused-answer.tsx';
import { usePaintedMarks } from './use-painted-marks.ts';

/** The answer, with what is withheld marked where it would stand. */
export function AnswerSheet() {
  const shown = useShown();
  const marks = useMarks();
  const editor = useGraphiQL((state) => state.responseEditor);
  usePaintedMarks(editor, marks);
  return (
    <div className="sheet sheet-answer">
      <div className="sheet-head">
        <h2>Answer</h2>
        <p role="status" className="sheet-says">
          {says(shown, marks)}
        </p>
      </div>
      {typeof shown !== 'string' && shown.is === 'refused' && <RefusedAnswer refused={shown} />}
      <div className="sheet-editor">
        {/* What lies under another message is neither read nor reached meanwhile. */}
        <div className="sheet-text" inert={typeof shown === 'string'}>
          <ResponseEditor aria-live="off" aria-label="Answer" />
        </div>
        <Over shown={shown} />
      </div>
    </div>
  );
}

function says(shown: Shown, marks: readonly Mark[]): string {
  if (shown === 'asking') return 'Asking…';
  return typeof shown !== 'string' && shown.is === 'answered' ? inWords(countsOf(marks)) : '';
}

/** In the place of an answer that is not there. */
function Over({ shown }: { readonly shown: Shown }) {
  const { viewer: refused } = useHeld(refusals);
  const { viewer } = useHeld(session);
  if (typeof shown !== 'string') return null;
  if (shown !== 'asking' && refused && viewer?.is === 'token') {
    return (
      <div className="sheet-over">
        <RefusedAnswer refused={refused} />
      </div>
    );
  }
  return (
    <div className="sheet-over">
      {shown === 'nothing' && <NothingAsked />}
      {shown === 'asking' && <Loading what="the answer" />}
      {shown === 'stale' && <Stale />}
    </div>
  );
}

function Stale() {
  return (
    <Empty title="Who asks, or what for, has changed.">
      <p>The answer before was for somebody else, or for something else.</p>
      <button type="button" className="button button-main" onClick={askAgain}>
        Ask again
      </button>
    </Empty>
  );
}

function NothingAsked() {
  const { viewer } = useHeld(session);
  const hasQuestion = useGraphiQL((state) => (state.queryEditor?.getValue() ?? '').trim() !== '');
  if (viewer && hasQuestion && askedBefore()) return <NotKept />;
  return (
    <Empty title={viewer ? 'Nothing was asked yet.' : 'Nobody asks yet.'}>
      <p>
        {viewer
          ? 'Write a question and press “Ask”, or begin with a prepared one.'
          : 'Begin with a prepared question, or choose who asks.'}
      </p>
    </Empty>
  );
}

/** Answers are kept nowhere: whoever comes back from another page finds the question alone. */
function NotKept() {
  const { run } = useGraphiQLActions();
  return (
    <Empty title="The answer was not kept: ask again to see it.">
      <button type="button" className="button button-main" onClick={run}>
        Ask again
      </button>
    </Empty>
  );
}
