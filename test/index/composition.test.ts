import { composeServices } from '@apollo/composition';
import { buildASTSchema, isEnumType, isInputObjectType, print, type DocumentNode } from 'graphql';
import { contract } from '../../schema/contract.ts';
import { alternativesOf, blindedAs, coordinatesOf, undeclaredIn } from '../../schema/reads.ts';
import { SELECTOR_KINDS, SELECTOR_SOURCES } from '../../schema/selectors.ts';
import { TEXT_COORDINATES, TEXT_FAMILIES } from '../../schema/text-search.ts';
import { buildAgencySubgraph } from '../../subgraphs/agency/subgraph.ts';
import { LABEL_COLUMNS, ROOT_FIELDS, type Family } from '../../subgraphs/index/columns.ts';
import { buildIndexSubgraph } from '../../subgraphs/index/subgraph.ts';
import { parties } from './world.ts';

const FAMILIES = Object.keys(ROOT_FIELDS) as readonly Family[];

describe('the index in the federation', () => {
  it('composes with every agency, without a hint', async () => {
    const index = await buildIndexSubgraph(parties);
    const agencies = await Promise.all(parties.agencies.map(buildAgencySubgraph));
    const services = [index, ...agencies].map(({ name, typeDefs }) => ({ name, url: `http://${name}`, typeDefs }));
    const { errors, hints, supergraphSdl } = composeServices(services);
    // Their words alone: the nodes to which they point are too large to be compared.
    expect((errors ?? []).map(({ message }) => message)).toEqual([]);
    expect((hints ?? []).map(({ message }) => message)).toEqual([]);
    expect(supergraphSdl).toContain('kinds: [RecordKind!] @reads(coordinate: "Record.kind")');
  });

  it('can be built twice in a process', async () => {
    const [one, other] = await Promise.all([buildIndexSubgraph(parties), buildIndexSubgraph(parties)]);
    expect(print(other.typeDefs)).toBe(print(one.typeDefs));
  });

  it.each(FAMILIES)('says of every argument of a search for a %s what it reads, and keeps it', async (family) => {
    const { typeDefs } = await buildIndexSubgraph(parties);
    const search = schemaOf(typeDefs).getQueryType()?.getFields()[ROOT_FIELDS[family]];
    expect(undeclaredIn(search?.args ?? [], ['', '']).concat(search ? [] : ['no search'])).toEqual([]);
    const read = coordinatesIn(typeDefs, family);
    expect(read.length).toBeGreaterThan(3);
    const held = SELECTOR_SOURCES.flatMap(({ coordinate, beside }) => [coordinate, ...beside]);
    const texts: readonly string[] = TEXT_FAMILIES.flatMap((one) => Object.values(TEXT_COORDINATES[one]));
    for (const coordinate of read.filter((one) => !held.includes(one) && !texts.includes(one))) {
      expect(LABEL_COLUMNS[family].has(contract.governed.get(coordinate)?.label ?? '')).toBe(true);
    }
  });

  it('says of every selector that is checked what it reads, and that it comes blinded', async () => {
    const { typeDefs } = await buildIndexSubgraph(parties);
    const schema = schemaOf(typeDefs);
    const [selectors] = schema.getQueryType()?.getFields()['selectorChecks']?.args ?? [];
    expect(undeclaredIn([selectors!], ['', ''])).toEqual([]);
    const type = schema.getType('SelectorSought');
    const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    expect(fields.map(blindedAs).sort()).toEqual([...SELECTOR_KINDS].sort());
    for (const field of fields) expect(alternativesOf(field).length).toBeGreaterThan(0);
  });
});

function schemaOf(typeDefs: DocumentNode) {
  return buildASTSchema(typeDefs, { assumeValid: true });
}

/** What the fields of the family's filter and the values of its order read. */
function coordinatesIn(typeDefs: DocumentNode, family: Family): readonly string[] {
  const [filter, order] = [`${family}Filter`, `${family}Order`].map((name) => schemaOf(typeDefs).getType(name));
  return [
    ...(isInputObjectType(filter) ? Object.values(filter.getFields()) : []),
    ...(isEnumType(order) ? order.getValues() : []),
  ].flatMap(coordinatesOf);
}
