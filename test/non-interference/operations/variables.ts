import type { Random } from '../../../subgraphs/agency/data/random.ts';
import { ORDERS, type Document, type RootUse } from './document.ts';
import { aFilter, wrongFilter, type Searched } from './filters.ts';

/** An operation that can be asked. */
export interface Operation {
  readonly document: Document;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What variables are chosen from. */
export interface Known {
  /** Ids of objects of both worlds, by the root field that looks them up. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Cursors that somebody else was given. */
  readonly foreign: readonly string[];
}

/** Variables for a document. */
export function withVariables(document: Document, { ids, foreign }: Known, random: Random): Operation {
  const entries = document.roots.flatMap((root): readonly (readonly [string | undefined, unknown])[] => [
    [root.filter, filterFor(root, random)],
    [root.first, random.pick<unknown>([1, 2, 2, 3, 5, 20, 100, null, 0, 101, -1])],
    [root.after, random.chance(0.12) ? random.pick([...foreign, ...foreign, 'nothing', '']) : null],
    [root.orderBy, root.orderBy && random.pick(ORDERS[root.field]!)],
    [
      root.id,
      random.chance(0.1) ? random.pick(['nothing', '00000000-0000-4000-8000-000000000000']) : idFor(root, ids, random),
    ],
  ]);
  const booleans = random.chance(0.3) ? { yes: random.chance(0.5), no: random.chance(0.5) } : {};
  const named = entries.filter(([name]) => name !== undefined) as readonly (readonly [string, unknown])[];
  return { document, variables: { ...declared(document, booleans), ...Object.fromEntries(named) } };
}

/** The next pages: the same question after cursors that were given out for it. */
export function nextPages(operation: Operation, data: unknown, random: Random): readonly Operation[] {
  return operation.document.roots.flatMap((root) => {
    const given = cursorsIn((data as Readonly<Record<string, unknown>> | null)?.[root.key]);
    if (!root.after || given.length === 0) return [];
    return [{ ...operation, variables: { ...operation.variables, [root.after]: random.pick(given) } }];
  });
}

/** The cursors of a page. */
export function cursorsIn(connection: unknown): readonly string[] {
  if (typeof connection !== 'object' || connection === null) return [];
  const { edges = [], pageInfo } = connection as {
    readonly edges?: readonly { readonly cursor?: string }[];
    readonly pageInfo?: { readonly endCursor?: string | null };
  };
  const all = [...edges.map(({ cursor }) => cursor), pageInfo?.endCursor];
  return all.filter((cursor) => typeof cursor === 'string');
}

function filterFor({ field }: RootUse, random: Random): unknown {
  if (!(field in ORDERS)) return undefined;
  const turn = random.next();
  if (turn < 0.12) return null;
  return turn < 0.92 ? aFilter(field as Searched, random) : wrongFilter(field as Searched, random);
}

function idFor({ field }: RootUse, ids: Known['ids'], random: Random): string {
  const all = Object.values(ids).flat();
  const own = ids[field] ?? [];
  return random.pick(own.length > 0 && random.chance(0.9) ? own : all);
}

function declared({ text }: Document, values: Readonly<Record<string, boolean>>): Readonly<Record<string, boolean>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => text.includes(`$${name}: Boolean`)));
}
