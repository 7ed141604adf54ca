import type { Grant } from '../../../policy/grant.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { TEXT_FAMILIES, TEXT_HITS, TEXT_SEARCH, type TextFamily } from '../../../schema/text-search.ts';
import type { AgencyContext } from '../context.ts';
import type { TextFound } from './search.ts';
import type { TextSought } from './search-sql.ts';

/** What a search by text is asked with: whose grant it answers by is told by who serves the subgraph. */
type TextContext = AgencyContext & { readonly grant?: Grant };

/** The resolvers of an agency's searches by text, by type. None, where it offers none. */
export function textSearchResolvers({ code, prefix, textSearch }: AgencyEntry) {
  if (!textSearch) return {};
  const typename = prefix + TEXT_SEARCH;
  return {
    [typename]: {
      __resolveReference: ({ id }: { readonly id?: unknown }) => (id === code ? { __typename: typename, id } : null),
      ...Object.fromEntries(TEXT_FAMILIES.map((family) => [TEXT_HITS[family].field, hitsOf(family)])),
    },
  };
}

function hitsOf(family: TextFamily) {
  return (
    _search: unknown,
    sought: TextSought,
    { grant, searchByText }: TextContext,
  ): Promise<readonly TextFound[]> | null => (grant ? searchByText(family, sought, grant) : null);
}
