import { Kind, parse, print, visit, type ASTNode, type DocumentNode } from 'graphql';

/** What is asked, as far as a request has it. */
export interface Asking {
  readonly document: { readonly text: string };
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The same operation with one part less, in every way. */
export function smaller({ document, variables }: Asking): readonly Asking[] {
  const tree = parse(document.text, { noLocation: true });
  return partsOf(tree).flatMap((part) => {
    const text = print(withoutUnused(without(tree, part)));
    try {
      parse(text);
      return [{ document: { text }, variables }];
    } catch {
      return [];
    }
  });
}

const REMOVABLE: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
]);

function partsOf(tree: DocumentNode): readonly ASTNode[] {
  const parts: ASTNode[] = [];
  visit(tree, { enter: (node) => (REMOVABLE.has(node.kind) ? void parts.push(node) : undefined) });
  return parts;
}

/** An object that is asked for nothing any more is not asked for. */
function without(tree: DocumentNode, part: ASTNode): DocumentNode {
  return visit(tree, {
    enter: (node) => (node === part ? null : undefined),
    leave: (node) => {
      const empty = 'selectionSet' in node && node.selectionSet?.selections.length === 0;
      return empty && REMOVABLE.has(node.kind) ? null : undefined;
    },
  });
}

/** Fragments and variables that nothing uses make a document invalid. */
function withoutUnused(tree: DocumentNode): DocumentNode {
  const spread = new Set<string>();
  visit(tree, { FragmentSpread: ({ name }) => void spread.add(name.value) });
  const kept = {
    ...tree,
    definitions: tree.definitions.filter((d) => d.kind !== Kind.FRAGMENT_DEFINITION || spread.has(d.name.value)),
  };
  const used = new Set<string>();
  visit(kept, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) });
  const next = visit(kept, { VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null) });
  return kept.definitions.length < tree.definitions.length ? withoutUnused(next) : next;
}
