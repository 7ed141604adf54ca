import {
  GraphQLError,
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
} from 'graphql';

/** A supergraph that cannot be served, and why, in words for who composed it. */
export class SupergraphMistake extends Error {
  override readonly name = 'SupergraphMistake';
}

/** Where the subgraphs of a supergraph answer, by name: `@join__graph(name:, url:)`. @throws SupergraphMistake */
export function subgraphUrls(supergraphSdl: string): ReadonlyMap<string, string> {
  const graphs = read(supergraphSdl).definitions.find(
    (node): node is EnumTypeDefinitionNode =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (!graphs?.values?.length)
    throw new SupergraphMistake('it is no composed supergraph of Apollo Federation 2: it names no subgraph');
  return new Map(graphs.values.map(({ name, directives }) => joined(name.value, directives)));
}

function read(supergraphSdl: string): DocumentNode {
  try {
    return parse(supergraphSdl, { noLocation: true });
  } catch (error) {
    throw new SupergraphMistake(`it is not GraphQL${placeOf(error)}: ${(error as Error).message}`);
  }
}

function placeOf(error: unknown): string {
  const [place] = (error instanceof GraphQLError && error.locations) || [];
  return place ? ` at line ${place.line}, column ${place.column}` : '';
}

function joined(value: string, directives: readonly ConstDirectiveNode[] | undefined): readonly [string, string] {
  const node = directives?.find((directive) => directive.name.value === 'join__graph');
  const argument = (of: string) => {
    const given = node?.arguments?.find(({ name }) => name.value === of)?.value;
    return given?.kind === Kind.STRING ? given.value : undefined;
  };
  const name = argument('name') ?? value;
  const url = argument('url') ?? '';
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new SupergraphMistake(
      `the url of its subgraph \`${name}\` is \`${url}\`; compose it with the http or https URL where that answers`,
    );
  return [name, url];
}
