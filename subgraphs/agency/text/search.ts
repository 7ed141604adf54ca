import { rowsByText } from '../../../policy/text-search.ts';
import type { Grant } from '../../../policy/grant.ts';
import { LONGEST_TEXT, TEXT_PAGE } from '../../../schema/text-search.ts';
import type { EntityLoaders } from '../loaders/entities.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import type { RecordSource } from '../rows/record.ts';
import { textSearchSql, type TextSought } from './search-sql.ts';

/** A record that a text leads to. */
export interface TextFound {
  readonly record: RecordSource;
  /** Fields in which the text stands. */
  readonly foundIn: readonly string[];
}

interface FoundRow {
  readonly id: string;
  readonly foundIn: readonly string[];
}

/** Whose records are searched, and how they are loaded. */
interface Held {
  readonly code: string;
  readonly prisma: PrismaClient;
  readonly entities: EntityLoaders;
}

/**
 * Searches the records by text, for whoever asks by this grant.
 * @throws Error for a text that is too long, or that PostgreSQL cannot hold
 */
export async function searchByText(
  sought: TextSought,
  grant: Grant,
  { code, prisma, entities }: Held,
): Promise<readonly TextFound[]> {
  if (sought.text.length > LONGEST_TEXT || /[\0\p{Cs}]/u.test(sought.text)) throw new Error('no text to search for');
  const rows = rowsByText(grant, code);
  if (rows.size === 0) return [];
  const first = Math.min(Math.max(sought.first, 0), TEXT_PAGE.most);
  const found = await prisma.$queryRaw<readonly FoundRow[]>(textSearchSql({ ...sought, first }, rows));
  const records = await Promise.all(found.map(({ id }) => entities.Record.load(id)));
  return found.flatMap(({ foundIn }, at) => {
    const record = records[at];
    return record ? [{ record, foundIn }] : [];
  });
}
