import { Kind, visit, type DocumentNode, type ValueNode } from 'graphql';
import type { Budgets } from './budgets.ts';
import { overBudget } from './size.ts';

/** The values of `representations` that a document gives; where a fragment is spread twice, they count once. */
const known = new WeakMap<DocumentNode, readonly ValueNode[]>();

/**
 * Refuses an operation that refers to too many entities.
 * @throws DeclaredError `OPERATION_OVER_BUDGET`
 */
export function refuseTooMany(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  { representations }: Budgets,
): void {
  const values = known.get(document) ?? given(document);
  known.set(document, values);
  const count = values.reduce((sum, value) => sum + countOf(value, variables), 0);
  if (count > representations) overBudget(`it asks for more than ${representations} entities by reference`);
}

function given(document: DocumentNode): readonly ValueNode[] {
  const values: ValueNode[] = [];
  visit(document, {
    Field(node) {
      if (node.name.value !== '_entities') return;
      for (const { name, value } of node.arguments ?? []) if (name.value === 'representations') values.push(value);
    },
  });
  return values;
}

function countOf(value: ValueNode, variables: Readonly<Record<string, unknown>>): number {
  if (value.kind === Kind.LIST) return value.values.length;
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return Array.isArray(given) ? given.length : 1;
}
