import type { Grant } from '../../policy/grant.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { TextFamily } from '../../schema/text-search.ts';
import { entityLoaders, type EntityLoaders } from './loaders/entities.ts';
import { linkLoaders, type LinkLoaders } from './loaders/links.ts';
import type { PrismaClient } from './prisma/generated/client.ts';
import { searchByText, type TextFound } from './text/search.ts';
import type { TextSought } from './text/search-sql.ts';

/** What resolvers work with during one request. */
export interface AgencyContext {
  readonly entities: EntityLoaders;
  readonly links: LinkLoaders;
  /** Searches the records, or cases, by text, for whoever has this grant. */
  readonly searchByText: (family: TextFamily, sought: TextSought, grant: Grant) => Promise<readonly TextFound[]>;
}

/** A context for one request: its loaders remember what they loaded, so it must not outlive the request. */
export function agencyContext(prisma: PrismaClient, agency: AgencyEntry): AgencyContext {
  const entities = entityLoaders(prisma, agency);
  return {
    entities,
    links: linkLoaders(prisma, agency),
    searchByText: (...asked) => searchByText(...asked, { code: agency.code, prisma, entities }),
  };
}
