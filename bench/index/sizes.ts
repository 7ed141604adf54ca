import { Client } from 'pg';

/** What is kept, in bytes. */
export interface Sizes {
  readonly pointerTable: number;
  readonly pointerIndexes: number;
  readonly selectorTable: number;
  readonly selectorIndexes: number;
}

/** How large the tables of an index and their own indexes are. */
export async function sizesOf(url: string): Promise<Sizes> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Sizes>(SIZES);
    return rows[0]!;
  } finally {
    await client.end();
  }
}

const SIZES = `
  SELECT pg_table_size('pointer')::float AS "pointerTable", pg_indexes_size('pointer')::float AS "pointerIndexes",
    sum(pg_table_size(relid))::float AS "selectorTable", sum(pg_indexes_size(relid))::float AS "selectorIndexes"
  FROM pg_partition_tree('selector') WHERE isleaf`;
