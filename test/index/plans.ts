import type { Pool, PoolClient } from 'pg';
import type { PrismaClient } from '../../subgraphs/index/prisma/generated/client.ts';
import type { Sql } from '../../subgraphs/kit/sql/fragments.ts';

/** How PostgreSQL reads a table in one node of a plan. */
export interface Reading {
  readonly how: string;
  readonly table: string;
  readonly index: string | undefined;
  /** Rows that were read there, found or not; undefined: the statement was not run. */
  readonly rows: number | undefined;
  /** What the index is looked up by; undefined: it is read from end to end. */
  readonly by: string | undefined;
}

/** Statements that are run through a client, as they are sent. */
export interface Recorded {
  readonly database: PrismaClient;
  readonly statements: Sql[];
}

/** A client that keeps every raw statement, and runs it. */
export function recording(database: PrismaClient): Recorded {
  const statements: Sql[] = [];
  const kept = new Set<PropertyKey>(['$queryRaw', '$executeRaw']);
  const wrapped = new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (!kept.has(name)) return value;
      return (statement: Sql) => {
        statements.push(statement);
        return (value as (statement: Sql) => unknown).call(target, statement);
      };
    },
  });
  return { database: wrapped, statements };
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

/** The plan for these values, run and undone. */
export function customReadings(pool: Pool, { text, values }: Sql): Promise<readonly Reading[]> {
  return undone(pool, async (client) => {
    const { rows } = await client.query<Explained>(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, [...values]);
    return readingsIn(planIn(rows));
  });
}

/** The plan that is made once for any values. */
export function genericReadings(pool: Pool, { text, values }: Sql): Promise<readonly Reading[]> {
  return undone(pool, async (client) => {
    await client.query('SET LOCAL plan_cache_mode = force_generic_plan');
    await client.query(`PREPARE generic AS ${text}`);
    const nothing = values.map(() => 'NULL').join(', ');
    const { rows } = await client.query<Explained>(`EXPLAIN (FORMAT JSON) EXECUTE generic${nothing && `(${nothing})`}`);
    await client.query('DEALLOCATE generic');
    return readingsIn(planIn(rows));
  });
}

async function undone<Result>(pool: Pool, run: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  await client.query('BEGIN');
  try {
    return await run(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: Node }[];
}

function planIn([row]: readonly Explained[]): Node {
  return row!['QUERY PLAN'][0]!.Plan;
}

function readingsIn(node: Node): readonly Reading[] {
  return [...(/ Scan$/.test(node['Node Type']) ? [readingOf(node)] : []), ...(node.Plans ?? []).flatMap(readingsIn)];
}

/** A bitmap of an index is read by the node above it, which alone says how many rows came of it. */
function readingOf(node: Node): Reading {
  const loops = node['Actual Loops'];
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const below = node['Node Type'] === 'Bitmap Heap Scan' ? indexOf(node) : undefined;
  return {
    how: node['Node Type'],
    table: node['Relation Name'] ?? '',
    index: node['Index Name'] ?? below?.['Index Name'],
    rows: loops === undefined ? undefined : ((node['Actual Rows'] ?? 0) + removed) * loops,
    by: node['Index Cond'] ?? below?.['Index Cond'],
  };
}

function indexOf({ Plans = [] }: Node): Node | undefined {
  return Plans.find((child) => child['Index Name']) ?? Plans.map(indexOf).find(Boolean);
}
