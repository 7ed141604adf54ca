import { composeServices } from '@apollo/composition';
import { print, type DocumentNode } from 'graphql';
import { READS, SORTS } from '../../schema/reads.ts';
import { contract } from '../../schema/contract.ts';
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
    expect(errors).toBeUndefined();
    expect(hints).toEqual([]);
    expect(supergraphSdl).toContain('kinds: [RecordKind!] @reads(coordinate: "Record.kind")');
  });

  it('can be built twice in a process', async () => {
    const [one, other] = await Promise.all([buildIndexSubgraph(parties), buildIndexSubgraph(parties)]);
    expect(print(other.typeDefs)).toBe(print(one.typeDefs));
  });

  it.each(FAMILIES)('says of every filter and order of a %s what it reads, and keeps it', async (family) => {
    const { typeDefs } = await buildIndexSubgraph(parties);
    const inputs = namesOf(typeDefs, `${family}Filter`).filter((name) => name !== 'originators');
    const reads = READS[ROOT_FIELDS[family]] ?? {};
    const sorts = SORTS[ROOT_FIELDS[family]] ?? {};
    expect(Object.keys(reads).sort()).toEqual(inputs.sort());
    expect(Object.keys(sorts).sort()).toEqual(namesOf(typeDefs, `${family}Order`).sort());
    for (const coordinate of [...Object.values(reads), ...Object.values(sorts)]) {
      expect(LABEL_COLUMNS[family].has(contract.governed.get(coordinate)?.label ?? '')).toBe(true);
    }
  });
});

/** Fields of an input, values of an enum. */
function namesOf({ definitions }: DocumentNode, type: string): string[] {
  return definitions.flatMap((node) => {
    if (node.kind === 'InputObjectTypeDefinition' && node.name.value === type)
      return (node.fields ?? []).map((f) => f.name.value);
    if (node.kind === 'EnumTypeDefinition' && node.name.value === type)
      return (node.values ?? []).map((v) => v.name.value);
    return [];
  });
}
