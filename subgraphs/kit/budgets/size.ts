import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { DeclaredError } from '../../../schema/errors.ts';
import { KIT_ERRORS } from '../errors.ts';
import type { Budgets } from './budgets.ts';

/** How large an operation is, with fragments spread out. */
interface Size {
  readonly depth: number;
  readonly fields: number;
}

/**
 * Refuses a document that is too large, before it is validated: validation compares fields with each other.
 * @throws DeclaredError `OPERATION_OVER_BUDGET`
 */
export function refuseTooLarge(document: DocumentNode, { depth, fields }: Budgets): void {
  const size = sizeOf(document);
  if (size.depth > depth) overBudget(`it is nested more than ${depth} levels deep`);
  if (size.fields > fields) overBudget(`it has more than ${fields} fields, with fragments spread out`);
}

/** @throws DeclaredError `OPERATION_OVER_BUDGET` */
export function overBudget(detail: string): never {
  throw new DeclaredError(KIT_ERRORS.OPERATION_OVER_BUDGET, detail);
}

const NOTHING: Size = { depth: 0, fields: 0 };

/** Each fragment is measured once, whatever spreads it. One that spreads itself is for the validation to refuse. */
function sizeOf(document: DocumentNode): Size {
  const known = new Map<FragmentDefinitionNode, Size>();
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const ofFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    const measured = known.get(fragment);
    if (measured) return measured;
    known.set(fragment, NOTHING);
    const size = ofSet(fragment.selectionSet);
    known.set(fragment, size);
    return size;
  };
  const ofSelection = (node: SelectionNode): Size => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return ofSet(node.selectionSet);
    const { depth, fields } = ofSet(node.selectionSet);
    return { depth: depth + 1, fields: fields + 1 };
  };
  const ofSet = (set: SelectionSetNode | undefined): Size =>
    (set?.selections ?? []).map(ofSelection).reduce(plus, NOTHING);
  return document.definitions
    .filter(isOperation)
    .map((node) => ofSet(node.selectionSet))
    .reduce(plus, NOTHING);
}

function plus(a: Size, b: Size): Size {
  return { depth: Math.max(a.depth, b.depth), fields: a.fields + b.fields };
}

function isOperation(node: DocumentNode['definitions'][number]): node is OperationDefinitionNode {
  return node.kind === Kind.OPERATION_DEFINITION;
}
