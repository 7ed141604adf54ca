import { Kind, type DirectiveNode, type FieldNode, type InlineFragmentNode, type SelectionNode } from 'graphql';

/** The key under which a field's value stands in the answer. */
export function responseKey(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}

/** A field with another selection. */
export function fieldNode(node: FieldNode, selections: readonly SelectionNode[]): FieldNode {
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

/** `... on Type @directives { … }` */
export function inlineFragment(
  type: string | undefined,
  selections: readonly SelectionNode[],
  directives: readonly DirectiveNode[] = [],
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    ...(type === undefined ? {} : { typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } } }),
    directives,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

/** `<prefix>t: __typename` */
export function typenameNode(prefix: string): FieldNode {
  return aliased(`${prefix}t`, '__typename');
}

/** `<prefix>l: labels(names: ["kind", …])` */
export function labelsNode(prefix: string, names: readonly string[]): FieldNode {
  const values = names.map((value) => ({ kind: Kind.STRING, value }) as const);
  return {
    ...aliased(`${prefix}l`, 'labels'),
    arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'names' }, value: { kind: Kind.LIST, values } }],
  };
}

/** `<prefix>d: disclosure` */
export function disclosureNode(prefix: string): FieldNode {
  return aliased(`${prefix}d`, 'disclosure');
}

/** `<prefix>o: originator { code }` */
export function originatorNode(prefix: string): FieldNode {
  const code: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'code' } };
  return fieldNode(aliased(`${prefix}o`, 'originator'), [code]);
}

/** `<prefix>m: meeting` */
export function meetingNode(prefix: string): FieldNode {
  return aliased(`${prefix}m`, 'meeting');
}

/** `<prefix>f: foundIn` */
export function foundInNode(prefix: string): FieldNode {
  return aliased(`${prefix}f`, 'foundIn');
}

/** `<prefix>r: record { <prefix>l: labels(names: […]) }`, or the same of a case */
export function objectNode(prefix: string, field: string, names: readonly string[]): FieldNode {
  return fieldNode(aliased(`${prefix}r`, field), [labelsNode(prefix, names)]);
}

/** `<prefix>c: code` */
export function codeNode(prefix: string): FieldNode {
  return aliased(`${prefix}c`, 'code');
}

function aliased(alias: string, name: string): FieldNode {
  return { kind: Kind.FIELD, alias: { kind: Kind.NAME, value: alias }, name: { kind: Kind.NAME, value: name } };
}
