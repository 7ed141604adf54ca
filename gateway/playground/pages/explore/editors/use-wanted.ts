import { useEffect } from 'react';
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useHeld } from '../../shared/held.ts';
import { wanted } from '../asking/wanted.ts';

/** Puts into the editors what is wished there, and asks it. A wish that came before them waits. */
export function useWanted(): void {
  const wish = useHeld(wanted);
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor'),
  );
  const { run } = useGraphiQLActions();
  useEffect(() => {
    if (!wish || !queryEditor || !variableEditor || !responseEditor) return;
    queryEditor.setValue(wish.query);
    queryEditor.setScrollTop(0);
    variableEditor.setValue(wish.variables);
    if (!wish.run) return;
    run();
    // In a narrow window the answer is below what was pressed.
    responseEditor.getDomNode()?.scrollIntoView({ block: 'nearest' });
  }, [wish, queryEditor, variableEditor, responseEditor, run]);
}
