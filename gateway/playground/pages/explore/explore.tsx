import { Suspense, lazy } from 'react';
import { Frame } from '../shared/frame.tsx';
import { Loading } from '../shared/states.tsx';
import { News } from './news.tsx';
import { Panel } from './panel/panel.tsx';
import { Rail } from './rail/rail.tsx';

// The editors are most of what this page loads: the rest of it is there before them.
const Workbench = lazy(() => import('./editors/workbench.tsx'));

/** The page on which the graph is asked. */
export function Explore() {
  return (
    <Frame page="explore" title="Explore" changesItself>
      <h1 className="hidden-text">Explore the graph</h1>
      <News />
      <div className="explore">
        <Rail />
        <Suspense fallback={<Waiting />}>
          <Workbench />
        </Suspense>
        <Panel />
      </div>
    </Frame>
  );
}

function Waiting() {
  return (
    <section className="bench" aria-label="Question and answer">
      <div className="sheet sheet-question">
        <Loading what="the editors" />
      </div>
      <div className="sheet sheet-answer" />
    </section>
  );
}
