import {
  Kind,
  isTypeSystemExtensionNode,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
} from 'graphql';

const SPEC = 'https://specs.apollo.dev/cost/';

/** What `@listSize` says of a field. @see https://ibm.github.io/graphql-specs/cost-spec.html */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Arguments that say how long the list is. */
  readonly slicingArguments: readonly string[];
  /** Fields of the field's own type that are the lists; none: the field itself is. */
  readonly sizedFields: readonly string[];
}

/** The directives of demand control, under the names that a supergraph gives them. */
export interface CostDirectives {
  weight(directives: readonly ConstDirectiveNode[] | undefined): number | undefined;
  listSize(directives: readonly ConstDirectiveNode[] | undefined): ListSize | undefined;
}

/** The directives of demand control in this supergraph. */
export function costDirectivesIn(supergraph: DocumentNode): CostDirectives {
  const [cost, listSize] = namesIn(supergraph);
  return {
    weight(directives) {
      const weight = Number(argumentsOf(directives, cost)?.['weight'] ?? Number.NaN);
      return Number.isFinite(weight) && weight >= 0 ? weight : undefined;
    },
    listSize(directives) {
      const given = argumentsOf(directives, listSize);
      if (!given) return undefined;
      const { assumedSize } = given;
      return {
        assumedSize: typeof assumedSize === 'number' ? Math.max(0, assumedSize) : undefined,
        slicingArguments: texts(given['slicingArguments']),
        sizedFields: texts(given['sizedFields']),
      };
    },
  };
}

/** `@link` may import a directive under another name; one that it does not import has the prefix of its specification. */
function namesIn({ definitions }: DocumentNode): readonly [string, string] {
  const links = definitions.filter(isSchema).flatMap(({ directives }) => directives ?? []);
  const link = links.map((one) => argumentsOf([one], 'link')).find((given) => String(given?.['url']).startsWith(SPEC));
  const imports = Array.isArray(link?.['import']) ? (link['import'] as readonly unknown[]) : [];
  const named = (name: string, otherwise: string): string => {
    if (imports.includes(`@${name}`)) return name;
    const renamed = imports.find((one) => (one as { name?: unknown } | null)?.name === `@${name}`);
    const { as } = (renamed ?? {}) as { as?: unknown };
    return typeof as === 'string' ? as.replace('@', '') : otherwise;
  };
  return [named('cost', 'cost'), named('listSize', 'cost__listSize')];
}

function isSchema(
  node: DefinitionNode,
): node is DefinitionNode & { readonly directives?: readonly ConstDirectiveNode[] } {
  return (
    node.kind === Kind.SCHEMA_DEFINITION || (isTypeSystemExtensionNode(node) && node.kind === Kind.SCHEMA_EXTENSION)
  );
}

function argumentsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  const directive = directives?.find((one) => one.name.value === name);
  return (
    directive &&
    Object.fromEntries((directive.arguments ?? []).map((one) => [one.name.value, valueFromASTUntyped(one.value)]))
  );
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
