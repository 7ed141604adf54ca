import 'reflect-metadata';
import type { DocumentNode, GraphQLFieldResolver } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { Labels } from '../../policy/condition/evaluate.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import { ENTITY_TYPES } from '../../schema/contract.ts';
import { labelsOf } from '../../schema/labels.ts';
import { entityClasses } from './api/entities.ts';
import { CaseLinks } from './api/links/case.ts';
import { GroupLinks } from './api/links/group.ts';
import { OrganizationLinks } from './api/links/organization.ts';
import { RecordLinks } from './api/links/record.ts';
import * as scalars from './api/scalars.ts';
import { agencyContext, type AgencyContext } from './context.ts';
import type { PrismaClient } from './prisma/generated/client.ts';
import { referenceResolver, type ReferenceResolver } from './references.ts';
import { textSearchResolvers } from './text/resolvers.ts';
import { typeDefsOf } from './sdl/type-defs.ts';
import { entityTypeOf } from './typenames.ts';

/** Resolvers of one entity type: of its links by field, and of references to it. Other fields are read off the source. */
type EntityResolvers = Readonly<Record<string, GraphQLFieldResolver<unknown, AgencyContext>>> & {
  readonly __resolveReference: ReferenceResolver;
};

/** What an agency's subgraph is made of. It enforces nothing: what runs it puts the agency's lock around it. */
export interface SubgraphParts {
  /** The agency's code: `DEA`. */
  readonly name: string;
  readonly typeDefs: DocumentNode;
  /** By type: `DeaRecord`. */
  readonly resolvers: Readonly<Record<string, object>>;
  /** All labels of a source, by label name, `typename` being its own (`DeaRecord`); a type without labels has none. */
  labelsOf(typename: string, source: object): Labels;
  /** A context with loaders of its own, for one request. */
  contextFor(prisma: PrismaClient): AgencyContext;
}

const LINKS: NonEmptyArray<NewableFunction> = [RecordLinks, CaseLinks, GroupLinks, OrganizationLinks];

/** The subgraph of an agency: its own entity types, implementing the contract. */
export async function buildAgencySubgraph(agency: AgencyEntry): Promise<SubgraphParts> {
  const orphanedTypes = [...entityClasses(agency)];
  const schema = await buildSchema({ resolvers: LINKS, orphanedTypes, validate: false, skipCheck: true });
  return {
    name: agency.code,
    typeDefs: typeDefsOf(schema, agency),
    resolvers: { ...scalars, ...entityResolvers(agency, createResolversMap(schema)), ...textSearchResolvers(agency) },
    labelsOf: (typename, source) => {
      const type = entityTypeOf(typename, agency);
      return type ? labelsOf(type, source) : {};
    },
    contextFor: (prisma) => agencyContext(prisma, agency),
  };
}

function entityResolvers(agency: AgencyEntry, resolvers: object): Readonly<Record<string, EntityResolvers>> {
  const links = resolvers as Readonly<Record<string, Omit<EntityResolvers, '__resolveReference'>>>;
  return Object.fromEntries(
    ENTITY_TYPES.map((type) => {
      const typename = `${agency.prefix}${type}`;
      return [typename, { ...links[typename], __resolveReference: referenceResolver(type) } as EntityResolvers];
    }),
  );
}
