import { useEffect } from 'react';
import { pick, useGraphiQL, useGraphiQLActions, useMonaco } from '@graphiql/react';
import { useHeld } from '../../shared/held.ts';
import { theme } from '../../shared/theme.ts';

const FONT = "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', 'DejaVu Sans Mono', Consolas, monospace";

/** The editors in the letters and colours of the page. */
export function useEditorLooks(): void {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor'),
  );
  const { setTheme } = useGraphiQLActions();
  const monaco = useMonaco((state) => state.monaco);
  const looks = useHeld(theme);
  useEffect(() => setTheme(looks), [looks, monaco, setTheme]);
  useEffect(() => {
    const all = {
      fontFamily: FONT,
      fontSize: 13,
      lineHeight: 19,
      fixedOverflowWidgets: true,
      renderFinalNewline: 'on',
    } as const;
    // Tab leads out of every editor: nobody is caught in one.
    queryEditor?.updateOptions({
      ...all,
      tabFocusMode: true,
      ariaLabel: 'Question, GraphQL',
      wordWrap: 'on',
      padding: { bottom: 8 },
    });
    variableEditor?.updateOptions({ ...all, tabFocusMode: true, ariaLabel: 'Variables, JSON' });
    // What agencies wrote leads nowhere: an address in an answer is text.
    responseEditor?.updateOptions({
      ...all,
      ariaLabel: 'Answer, JSON',
      glyphMargin: true,
      folding: true,
      links: false,
    });
  }, [queryEditor, variableEditor, responseEditor]);
}
