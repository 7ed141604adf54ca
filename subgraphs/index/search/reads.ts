import { buildASTSchema, type DocumentNode } from 'graphql';
import { readsIn, type Read } from '../../../schema/reads.ts';
import { ROOT_FIELDS, type Family } from '../columns.ts';

/** What the arguments of a search read, as the index's own schema declares it. */
export type SearchReads = (family: Family, values: Readonly<Record<string, unknown>>) => readonly Read[];

/** Reads the declarations of the index's SDL. */
export function searchReads(typeDefs: DocumentNode): SearchReads {
  const fields = buildASTSchema(typeDefs, { assumeValid: true }).getQueryType()?.getFields();
  return (family, values) => readsIn(fields?.[ROOT_FIELDS[family]]?.args ?? [], values, 'stated');
}
