import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { Kind, isTypeDefinitionNode, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { textSearchSdl } from '../../../schema/text-search.ts';
import { entityTypeOf } from '../typenames.ts';
import { LINK } from './link.ts';
import { withProse } from './prose.ts';

/**
 * The Federation 2 SDL of an agency's schema. It has no root type: an agency answers by `_entities` alone, which
 * the subgraph library adds.
 */
export function typeDefsOf(schema: GraphQLSchema, agency: AgencyEntry): DocumentNode {
  const types = parse(printSchemaWithDirectives(schema), { noLocation: true })
    .definitions.filter(isTypeDefinitionNode)
    .filter(({ name }) => name.value !== 'Query')
    .map((type) => withProse(type, entityTypeOf(type.name.value, agency) ?? type.name.value));
  const offers = agency.textSearch ? parse(textSearchSdl(agency.prefix), { noLocation: true }).definitions : [];
  return { kind: Kind.DOCUMENT, definitions: [...LINK, ...types, ...offers] };
}
