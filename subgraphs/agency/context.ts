import type { AgencyEntry } from '../../policy/parties.ts';
import { entityLoaders, type EntityLoaders } from './loaders/entities.ts';
import { linkLoaders, type LinkLoaders } from './loaders/links.ts';
import type { PrismaClient } from './prisma/generated/client.ts';

/** What resolvers work with during one request. */
export interface AgencyContext {
  readonly entities: EntityLoaders;
  readonly links: LinkLoaders;
}

/** A context for one request: its loaders remember what they loaded, so it must not outlive the request. */
export function agencyContext(prisma: PrismaClient, agency: AgencyEntry): AgencyContext {
  return { entities: entityLoaders(prisma, agency), links: linkLoaders(prisma, agency) };
}
