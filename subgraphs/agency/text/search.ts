import { rowsByText } from '../../../policy/text-search.ts';
import type { Grant } from '../../../policy/grant.ts';
import { TEXT_HITS, TEXT_PAGE, isSearchableText, type TextFamily } from '../../../schema/text-search.ts';
import type { EntityLoaders } from '../loaders/entities.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { textSearchSql, type TextSought } from './search-sql.ts';

/** A record or case that a text leads to: itself under its own name, the fields in which the text stands, and the rank. */
export type TextFound = Readonly<Record<string, unknown>>;

interface FoundRow {
  readonly id: string;
  readonly foundIn: readonly string[];
  readonly rank: number;
}

/** Whose texts are searched, and how what is found is loaded. */
interface Held {
  readonly code: string;
  readonly prisma: PrismaClient;
  readonly entities: EntityLoaders;
}

/**
 * Searches the records, or cases, by text, for whoever asks by this grant.
 * @throws Error for a text that is too long, or that PostgreSQL cannot hold
 */
export async function searchByText(
  family: TextFamily,
  sought: TextSought,
  grant: Grant,
  { code, prisma, entities }: Held,
): Promise<readonly TextFound[]> {
  if (!isSearchableText(sought.text)) throw new Error('no text to search for');
  const rows = rowsByText(grant, code, family);
  if (rows.size === 0) return [];
  const first = Math.min(Math.max(sought.first, 0), TEXT_PAGE.most);
  const found = await prisma.$queryRaw<readonly FoundRow[]>(textSearchSql(family, { ...sought, first }, rows));
  const objects = await Promise.all(found.map(({ id }) => entities[family].load(id)));
  return found.flatMap(({ foundIn, rank }, at) => {
    const object = objects[at];
    return object ? [{ [TEXT_HITS[family].object]: object, foundIn, rank }] : [];
  });
}
