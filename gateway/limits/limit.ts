import { Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import type { Fragments } from '../../policy/projection/document.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

const DEEPEST = 12;
const MOST_FIELDS = 500;
const MOST_ROOT_FIELDS = 20;

/** How large an operation is, its fragments spread out. Introspection does not count. */
interface Size {
  readonly fields: number;
  readonly depth: number;
}

/** Refuses what is no query, or would cost others too much. @throws DeclaredError */
export function limit(operation: OperationDefinitionNode, fragments: Fragments): void {
  if (operation.operation !== 'query')
    refuse(GATEWAY_ERRORS.OPERATION_NOT_SUPPORTED, `a ${operation.operation} is not answered`);
  const { selections } = operation.selectionSet;
  const size = sizeOf(selections, fragments, new Map());
  const roots = sizeOf(selections, fragments, new Map(), 1).fields;
  if (size.depth > DEEPEST) tooLarge(`is nested ${size.depth} deep; at most ${DEEPEST} are answered`);
  if (size.fields > MOST_FIELDS) tooLarge(`has more than ${MOST_FIELDS} fields, its fragments spread out`);
  if (roots > MOST_ROOT_FIELDS) tooLarge(`has more than ${MOST_ROOT_FIELDS} root fields`);
}

function tooLarge(detail: string): never {
  return refuse(GATEWAY_ERRORS.OPERATION_TOO_LARGE, `the operation ${detail}`);
}

/** A fragment is measured once, however often it is spread. */
function sizeOf(
  selections: readonly SelectionNode[],
  fragments: Fragments,
  measured: Map<string, Size>,
  levels = Infinity,
): Size {
  const sizes = selections.map((node) => sizeOfNode(node, fragments, measured, levels));
  return {
    fields: sizes.reduce((sum, { fields }) => sum + fields, 0),
    depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
  };
}

function sizeOfNode(node: SelectionNode, fragments: Fragments, measured: Map<string, Size>, levels: number): Size {
  if (node.kind === Kind.FIELD) {
    if (node.name.value.startsWith('__')) return { fields: 0, depth: 0 };
    const inner =
      levels > 1
        ? sizeOf(node.selectionSet?.selections ?? [], fragments, measured, levels - 1)
        : { fields: 0, depth: 0 };
    return { fields: 1 + inner.fields, depth: 1 + inner.depth };
  }
  const key = node.kind === Kind.FRAGMENT_SPREAD ? node.name.value : undefined;
  const known = key === undefined ? undefined : measured.get(key);
  const size = known ?? sizeOf(fragments.open(node).inner, fragments, measured, levels);
  if (key !== undefined) measured.set(key, size);
  return size;
}
