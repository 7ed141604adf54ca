import { Kind, visit, type DirectiveNode, type DocumentNode, type ObjectFieldNode } from 'graphql';

/** An operation of which the ledger keeps neither literals nor variables, read as asking for all that it can ask for. */
export interface Completed {
  readonly document: DocumentNode;
  /** Values of variables for which none was recorded. */
  readonly assumed: Readonly<Record<string, boolean>>;
}

/** Whom a search was limited to is not known where the code was left out: then it asked everybody. */
export function withWhatWasLeftOut(document: DocumentNode): Completed {
  const assumed: Record<string, boolean> = {};
  const completed = visit(document, {
    Directive: (node) => void Object.assign(assumed, asked(node)),
    ObjectField: (node) => (isLeftOut(node) ? null : undefined),
  });
  return { document: completed, assumed };
}

/** What a variable may have included was asked for. */
function asked({ name, arguments: given }: DirectiveNode): Readonly<Record<string, boolean>> {
  const value = given?.find((argument) => argument.name.value === 'if')?.value;
  if (value?.kind !== Kind.VARIABLE) return {};
  return { [value.name.value]: name.value === 'include' };
}

/** No agency has an empty code. */
function isLeftOut({ name, value }: ObjectFieldNode): boolean {
  const values = value.kind === Kind.LIST ? value.values : [value];
  return name.value === 'originators' && values.some((item) => item.kind === Kind.STRING && item.value === '');
}
