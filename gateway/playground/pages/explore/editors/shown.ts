import type { MonacoEditor } from '@graphiql/react';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { Held } from '../../shared/held.ts';
import type { Path } from '../marks/mark.ts';

/** The editor that shows the answer, once it is there. */
export const shown = new Held<MonacoEditor | undefined>(undefined);

/** Shows a place in the answer, with the cursor there. */
export function goTo(path: Path): void {
  const editor = shown.get();
  const model = editor?.getModel();
  const tree = model && parseTree(model.getValue());
  const node = tree && findNodeAtLocation(tree, ['data', ...path]);
  if (!editor || !model || !node) return;
  const position = model.getPositionAt(node.offset);
  editor.setPosition(position);
  editor.revealPositionInCenter(position);
  editor.focus();
}
