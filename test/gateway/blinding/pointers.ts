import { parse, stripIgnoredCharacters, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { fakeSubgraph } from '../../support/scenario/fake-subgraph.ts';
import type { ScenarioSubgraph } from '../../support/scenario/subgraphs.ts';

/** A question as the index received it. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An index that finds nothing. */
export async function openPointers(told: (asked: Asked) => void): Promise<ScenarioSubgraph> {
  const fake = await fakeSubgraph();
  fake.answer = ({ query, variables }) => {
    told({ query: stripIgnoredCharacters(query), variables });
    return { body: JSON.stringify({ data: nothingFor(query, variables) }) };
  };
  return { name: 'index', url: fake.url, stop: async () => fake.stop() };
}

function nothingFor(query: string, variables: Asked['variables']): Readonly<Record<string, unknown>> {
  const [operation] = parse(query).definitions as [OperationDefinitionNode];
  const fields = operation.selectionSet.selections as readonly FieldNode[];
  return Object.fromEntries(
    fields.map((field) => [(field.alias ?? field.name).value, nothingIn(field, variables)] as const),
  );
}

function nothingIn({ name, arguments: given = [] }: FieldNode, variables: Asked['variables']): unknown {
  if (name.value === 'tell') return 'told';
  if (name.value === 'records') return { edges: [], totalCount: 0 };
  const [selectors] = given.map(({ value }) => (value.kind === 'Variable' ? variables[value.name.value] : undefined));
  return ((selectors ?? []) as readonly unknown[]).map(() => ({ hits: [] }));
}
