import { Suspense, lazy, type ReactNode } from 'react';
import { connection } from '../../shared/connection.ts';
import { useHeld } from '../../shared/held.ts';
import { Failed, Loading } from '../../shared/states.tsx';
import { editorsFailed, partFailed } from './failed-parts.ts';

// The editors are most of what this page loads: the rest of it is there before them.
const Workbench = lazy(() => import('../editors/workbench.tsx').catch(noWorkbench));

/** The editors; until they are there, that they are on their way, or that they did not come. */
export function Editors() {
  if (useHeld(editorsFailed)) return <NoEditors />;
  return (
    <Suspense fallback={<OnTheirWay />}>
      <Workbench />
    </Suspense>
  );
}

function OnTheirWay() {
  return (
    <InTheirPlace>
      <Loading what="the editors" />
    </InTheirPlace>
  );
}

function noWorkbench() {
  partFailed();
  return { default: NoEditors };
}

/** A browser need not ask again for a script that failed: the page is loaded anew, once there is something to load it from. */
function NoEditors() {
  const there = useHeld(connection) === 'there';
  return (
    <InTheirPlace>
      <Failed what="The editors could not be loaded." {...(there && { onRetry: () => location.reload() })} />
    </InTheirPlace>
  );
}

function InTheirPlace({ children }: { readonly children: ReactNode }) {
  return (
    <section className="bench" aria-label="Question and answer">
      <div className="sheet sheet-question">{children}</div>
      <div className="sheet sheet-answer" />
    </section>
  );
}
