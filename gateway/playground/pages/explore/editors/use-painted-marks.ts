import { useEffect } from 'react';
import type { MonacoEditor } from '@graphiql/react';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { editor } from 'monaco-editor';
import type { Mark } from '../marks/mark.ts';
import { asMarkdown, explanationsOf, noteOf } from '../marks/words.ts';
import { shown } from './shown.ts';

/** Paints the marks into the answer, anew whenever its text changes. */
export function usePaintedMarks(responses: MonacoEditor | undefined, marks: readonly Mark[]): void {
  useEffect(() => {
    if (!responses) return;
    shown.set(responses);
    const painted = responses.createDecorationsCollection();
    const paint = () => painted.set(decorationsOf(responses, marks));
    paint();
    const listening = responses.onDidChangeModelContent(paint);
    return () => {
      listening.dispose();
      painted.clear();
    };
  }, [responses, marks]);
}

function decorationsOf(responses: MonacoEditor, marks: readonly Mark[]): editor.IModelDeltaDecoration[] {
  const model = responses.getModel();
  const tree = model && marks.length > 0 ? parseTree(model.getValue()) : undefined;
  if (!model || !tree) return [];
  return marks.flatMap((mark) => {
    const node = findNodeAtLocation(tree, ['data', ...mark.path]);
    if (!node) return [];
    const [from, to] = [model.getPositionAt(node.offset), model.getPositionAt(node.offset + node.length)];
    const endColumn = model.getLineMaxColumn(to.lineNumber);
    return [
      {
        range: {
          startLineNumber: from.lineNumber,
          startColumn: from.column,
          endLineNumber: to.lineNumber,
          endColumn,
        },
        options: decorationOf(mark),
      },
    ];
  });
}

function decorationOf(mark: Mark): editor.IModelDecorationOptions {
  const { is } = mark;
  const explanations = explanationsOf(mark).map((line) => ({ value: asMarkdown(line) }));
  return {
    isWholeLine: true,
    className: `mark-line mark-${is}`,
    glyphMarginClassName: `mark-glyph mark-glyph-${is}`,
    after: {
      content: `\u2003${noteOf(mark)}`,
      inlineClassName: `mark-note mark-note-${is}`,
      inlineClassNameAffectsLetterSpacing: true,
    },
    showIfCollapsed: true,
    ...(explanations.length > 0 && { hoverMessage: explanations, glyphMarginHoverMessage: explanations }),
  };
}
