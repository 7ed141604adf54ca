import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { undeclaredIn } from '../../schema/reads.ts';
import { leadsToRows } from '../arguments.ts';
import type { Graph } from './graph.ts';

/**
 * INVARIANT: every input of a hub's field that leads to agencies' objects says what it reads, so that each is covered by
 * the rule of a field. An agency's own inputs need no such check: one that says nothing closes its field.
 * @throws Error with every input that does not say it, and what to write
 */
export function requireDeclaredReads(graph: Graph): void {
  const silent = new Set(hubFields(graph).flatMap(({ at, args }) => undeclaredIn(args, [`${at}(`, ':)'])));
  if (silent.size === 0) return;
  const lines = [...silent].map(
    (input) => `\`${input}\` does not say what it reads: write \`@reads(coordinate: "…")\` on it, or \`@readsNothing\``,
  );
  throw new Error(lines.join('\n'));
}

/** The fields of hubs that lead to agencies' objects, and that clients can name. */
function hubFields({ schema, agencies, answers, role }: Graph) {
  const isRow = ({ name }: GraphQLObjectType) => role(name).is === 'entity';
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => field.args.length > 0 && !isHidden(field.astNode))
    .filter(({ type, field }) => !agencies.some(({ code }) => answers(code, type, field.name)))
    .filter(({ field }) => leadsToRows(getNamedType(field.type), schema, isRow))
    .map(({ type, field }) => ({ at: `${type.name}.${field.name}`, args: field.args }));
}

/** By `@inaccessible` no client can name it. */
export function isHidden(
  node: { readonly directives?: readonly { readonly name: { readonly value: string } }[] } | null | undefined,
) {
  return node?.directives?.some(({ name }) => name.value === 'inaccessible') ?? false;
}
