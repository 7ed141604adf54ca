import { TokenKind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { fragmentDefinitionsIn, rewrite } from '../../policy/projection/document.ts';
import type { Constant } from './constants.ts';
import { insert, type Edit } from './edits.ts';

/** A constant in whose place there is a variable now. */
export interface Leaf extends Constant {
  readonly variable: string;
}

/** An operation defines the variables that it, or a fragment that it spreads, came to use. */
export function definitionsFor(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  leaves: readonly Leaf[],
): readonly Edit[] {
  const { selectionSet, variableDefinitions: [first] = [], name, loc } = operation;
  const reached = rewrite(operation, selectionSet.selections, fragmentDefinitionsIn(document)).document;
  const nodes = new Set<unknown>();
  visit(reached, { enter: (node) => void nodes.add(node) });
  const used = leaves.filter(({ node }) => nodes.has(node));
  if (used.length === 0) return [];
  const definitions = used.map(({ variable, type }) => `$${variable}: ${String(type)}`).join(', ');
  if (first) return [insert(first.loc!.start, `${definitions}, `)];
  const isShort = loc!.startToken.kind === TokenKind.BRACE_L;
  if (isShort) return [insert(loc!.start, `query(${definitions}) `)];
  return [insert(name?.loc?.end ?? loc!.start + operation.operation.length, `(${definitions})`)];
}
