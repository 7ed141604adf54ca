import { Kind, parse, validate, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { ListedOperation } from './listed.ts';

const FORMAT = 'apollo-persisted-query-manifest';
const PARTS = ['id', 'name', 'type', 'body'] as const;

type Entry = Readonly<Record<(typeof PARTS)[number], string>>;

/** What a manifest lists, or every mistake in it. */
export type Manifest = { readonly operations: readonly ListedOperation[] } | { readonly mistakes: readonly string[] };

/**
 * Reads a manifest of operations, as `generate-persisted-query-manifest` writes it.
 * @param schema that each operation must fit, as if it were asked
 */
export function readManifest(text: string, schema: GraphQLSchema): Manifest {
  const listed = entriesIn(text);
  if (typeof listed === 'string') return { mistakes: [listed] };
  const seen = new Set<unknown>();
  const mistakes = listed.flatMap((entry, place) => {
    const { id, name } = (entry ?? {}) as Partial<Entry>;
    const twice = id !== undefined && seen.has(id) ? ['its id is there twice'] : [];
    seen.add(id);
    const where = `operation ${place + 1}${typeof name === 'string' ? ` (\`${name}\`)` : ''}`;
    return [...twice, ...mistakesOf(entry, schema)].map((mistake) => `${where}: ${mistake}`);
  });
  return mistakes.length > 0 ? { mistakes } : { operations: listed as readonly Entry[] };
}

function entriesIn(text: string): readonly unknown[] | string {
  try {
    const manifest = JSON.parse(text) as { format?: unknown; version?: unknown; operations?: unknown } | null;
    if (manifest?.format !== FORMAT || manifest.version !== 1) return `it is no \`${FORMAT}\` of version 1`;
    return Array.isArray(manifest.operations) ? manifest.operations : '`operations` is not a list';
  } catch {
    return 'it is not JSON';
  }
}

function mistakesOf(entry: unknown, schema: GraphQLSchema): readonly string[] {
  if (!isEntry(entry)) return [`it needs ${PARTS.map((part) => `\`${part}\``).join(', ')}, each a text`];
  if (!/^[\w.~-]+$/.test(entry.id)) return ['its id may have letters, digits and `-` `.` `_` `~`'];
  const document = parsed(entry.body);
  if (typeof document === 'string') return [document];
  return [...misnamed(entry, document), ...validate(schema, document).map(({ message }) => message)];
}

function misnamed({ name, type }: Entry, { definitions }: DocumentNode): readonly string[] {
  const operations = definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  if (!operation || operations.length > 1) return [`its body has ${operations.length} operations, and not one`];
  return [
    ...(operation.name?.value === name ? [] : ['its body names another operation']),
    ...(operation.operation === type ? [] : [`its body is a ${operation.operation}, and not a \`${type}\``]),
  ];
}

function parsed(body: string): DocumentNode | string {
  try {
    return parse(body);
  } catch (error) {
    return `its body is not GraphQL: ${error instanceof Error ? error.message : ''}`;
  }
}

function isEntry(entry: unknown): entry is Entry {
  return PARTS.every((part) => typeof (entry as Record<string, unknown> | null)?.[part] === 'string');
}
