import { Kind, parse, print, visit, type FieldNode } from 'graphql';
import type { Coordinate } from '../../schema/contract.ts';
import { readsIn, type Read } from '../../schema/reads.ts';
import { foundAnyhow, foundAt } from '../cell.ts';
import { NEVER } from '../condition/condition.ts';
import type { Grant } from '../grant.ts';
import type { Disclosure } from '../rule.ts';
import { operationOf, rewrite } from './document.ts';
import { argumentValues, withDefaults } from './argument-values.ts';
import type { Graph } from './graph.ts';

/** A hub fetch: operation and variables. */
export interface Search {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Narrows a search to the originators that it can find anything of: a filter that reads a coordinate which no clause
 * opens for an originator's rows finds none of them, so the hub is not asked about that originator. A mutation is left as
 * it is: what it sets up may outlast the grant that it would be narrowed to.
 */
export function narrowSearch(query: string, variables: Search['variables'], graph: Graph, grant: Grant): Search {
  if (!query.includes('filter')) return { query, variables };
  const document = parse(query, { noLocation: true });
  if (operationOf(document).operation === 'mutation') return { query, variables };
  const given = withDefaults(operationOf(document), variables);
  let narrowed = given;
  const visited = visit(document, {
    Field(node) {
      const filter = node.arguments?.find((argument) => argument.name.value === 'filter');
      const search = graph.schema.getQueryType()?.getFields()[node.name.value];
      if (!filter || !search) return undefined;
      const { filter: value, ...others } = argumentValues(node, given);
      if (typeof value !== 'object' || value === null) return undefined;
      const read = readsIn(search.args, { ...others, filter: value }, 'stated').filter(({ isChoice }) => !isChoice);
      const originators = searchable(value as Record<string, unknown>, read, graph, grant);
      if (!originators) return undefined;
      if (filter.value.kind === Kind.VARIABLE) {
        narrowed = { ...narrowed, [filter.value.name.value]: { ...value, originators } };
        return undefined;
      }
      return withOriginators(node, originators);
    },
  });
  const body = operationOf(visited);
  const fragments = visited.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const { document: rewritten, variables: used } = rewrite(body, body.selectionSet.selections, fragments);
  const kept = Object.entries(narrowed).filter(([name]) => used.has(name));
  return { query: print(rewritten), variables: Object.fromEntries(kept) };
}

/** A list, as GraphQL takes a single value for one (input coercion). */
export function listOf(value: unknown): readonly unknown[] | undefined {
  if (value === null || value === undefined) return undefined;
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/**
 * Those of the originators asked for of whom the filter can find a row; undefined: all of them. A code of no agency is left
 * for the hub to refuse.
 */
function searchable(
  filter: Readonly<Record<string, unknown>>,
  reads: readonly Read[],
  { agencies }: Graph,
  grant: Grant,
): readonly string[] | undefined {
  const known = agencies.map(({ code }) => code);
  const asked = (listOf(filter['originators']) as readonly string[] | undefined) ?? known;
  const open = asked.filter((code) => !known.includes(code) || isSearchable(code, reads, grant));
  return open.length < asked.length ? open : undefined;
}

/** Where rows can be found at one level, or their originator is told that somebody looked for them. */
function isSearchable(code: string, reads: readonly Read[], grant: Grant): boolean {
  const isFound = (level: Disclosure) => areOpen(reads, (of) => foundAt(level, grant.cell(code, of)) !== NEVER);
  const isTold = (coordinate: Coordinate) => {
    const cell = grant.cell(code, coordinate);
    return cell.silent !== NEVER || foundAnyhow(cell) !== NEVER;
  };
  const tells = reads.some(({ coordinate }) => grant.cell(code, coordinate).silent !== NEVER);
  return LEVELS.some(isFound) || (tells && areOpen(reads, isTold));
}

const LEVELS: readonly Disclosure[] = ['FULL', 'CONTACT', 'EXISTS'];

/** Whether each field that is read is open; of those of which any will do, one. */
function areOpen(reads: readonly Read[], isOpen: (coordinate: Coordinate) => boolean): boolean {
  const alternatives = reads.filter(({ isAlternative }) => isAlternative);
  return (
    reads.every(({ isAlternative, coordinate }) => isAlternative || isOpen(coordinate)) &&
    alternatives.every(({ by }) => alternatives.some((read) => read.by === by && isOpen(read.coordinate)))
  );
}

/** The same field with `originators` of a literal filter replaced. */
function withOriginators(node: FieldNode, originators: readonly string[]): FieldNode {
  const values = originators.map((value) => ({ kind: Kind.STRING, value }) as const);
  const entry = {
    kind: Kind.OBJECT_FIELD,
    name: { kind: Kind.NAME, value: 'originators' },
    value: { kind: Kind.LIST, values },
  } as const;
  return {
    ...node,
    arguments: (node.arguments ?? []).map((argument) =>
      argument.name.value === 'filter' && argument.value.kind === Kind.OBJECT
        ? {
            ...argument,
            value: {
              ...argument.value,
              fields: [...argument.value.fields.filter((f) => f.name.value !== 'originators'), entry],
            },
          }
        : argument,
    ),
  };
}
