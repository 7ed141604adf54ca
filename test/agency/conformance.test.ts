import { Kind, isTypeDefinitionNode, parse, print, type DocumentNode, type TypeDefinitionNode } from 'graphql';
import { ENTITY_TYPES } from '../../schema/contract.ts';
import { CONTRACT_SDL } from '../../schema/contract.ts';
import { buildAgencySubgraph } from '../../subgraphs/agency/subgraph.ts';
import { agency } from './parties.ts';

type Member = { readonly name: { readonly value: string } };

/** What agreements and clients rely on in a type: its kind, its fields or values with types, arguments and prose, in order. */
function outline(type: TypeDefinitionNode) {
  const prose = (node: { description?: { value: string } | undefined }): string | undefined => node.description?.value;
  return {
    kind: type.kind,
    description: prose(type),
    interfaces: 'interfaces' in type ? type.interfaces?.map(({ name }) => name.value) : undefined,
    fields:
      type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? type.fields?.map((field) => [field.name.value, print(field.type), field.arguments?.map(print), prose(field)])
        : undefined,
    values:
      type.kind === Kind.ENUM_TYPE_DEFINITION
        ? type.values?.map((value) => [value.name.value, prose(value)])
        : undefined,
  };
}

function typesOf(document: DocumentNode): ReadonlyMap<string, TypeDefinitionNode> {
  return new Map(document.definitions.filter(isTypeDefinitionNode).map((type) => [type.name.value, type]));
}

const CONTRACT = typesOf(parse(CONTRACT_SDL));
/** What of the contract is not an agency's: the root type, and what only directives of the contract use. */
const NOT_AN_AGENCYS = ['Query', 'Category'];
const shared = [...CONTRACT.keys()].filter((name) => !NOT_AN_AGENCYS.includes(name));

/** USAO adds nothing of its own. */
const usao = buildAgencySubgraph(agency('USAO'));

describe("an agency's schema", () => {
  it.each(shared)('has %s as the contract has it', async (name) => {
    const type = typesOf((await usao).typeDefs).get(name);
    expect(type && outline(type)).toEqual(outline(CONTRACT.get(name)!));
  });

  it.each(ENTITY_TYPES)('implements %s with a type of its own, field by field', async (name) => {
    const own = typesOf((await usao).typeDefs).get(`Usao${name}`)!;
    const contract = outline(CONTRACT.get(name)!);
    expect(outline(own)).toEqual({
      ...contract,
      kind: Kind.OBJECT_TYPE_DEFINITION,
      interfaces: [name, ...(contract.interfaces ?? [])],
    });
    expect(own.directives?.map(print)).toEqual(['@key(fields: "id")']);
  });

  it('has nothing else', async () => {
    const own = ENTITY_TYPES.map((name) => `Usao${name}`);
    expect([...typesOf((await usao).typeDefs).keys()].toSorted()).toEqual([...shared, ...own].toSorted());
  });

  it('declares no key on interfaces, and lets other subgraphs share values', async () => {
    for (const type of typesOf((await usao).typeDefs).values()) {
      const directives = type.directives?.map(print);
      if (type.kind === Kind.INTERFACE_TYPE_DEFINITION)
        expect([type.name.value, directives]).toEqual([type.name.value, []]);
      const isValue = type.kind === Kind.OBJECT_TYPE_DEFINITION && !type.name.value.startsWith('Usao');
      const expected = type.name.value === 'Agency' ? '@key(fields: "code", resolvable: false)' : '@shareable';
      if (isValue) expect([type.name.value, directives]).toEqual([type.name.value, [expected]]);
    }
  });

  it('hides labels wherever they are', async () => {
    const labels = [...typesOf((await usao).typeDefs).values()].flatMap((type) =>
      'fields' in type ? (type.fields ?? []).filter((field: Member) => field.name.value === 'labels') : [],
    );
    expect(labels).toHaveLength(7 + ENTITY_TYPES.length);
    for (const field of labels) expect(field.directives?.map(print)).toEqual(['@inaccessible']);
  });
});
