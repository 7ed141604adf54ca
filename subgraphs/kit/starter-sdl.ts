import {
  Kind,
  isTypeDefinitionNode,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import { CONTRACT_SDL, ENTITY_TYPES } from '../../schema/contract.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import { READS_DIRECTIVES, READS_LINK } from '../../schema/reads.ts';
import { textSearchSdl } from '../../schema/text-search.ts';

const LINK = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@provides", "@composeDirective", "@listSize"]
  )
  ${READS_LINK}
${READS_DIRECTIVES}`;

/** The SDL of a subgraph that offers the contract under an agency's own type names, and nothing else: a place to begin. */
export function starterSdl({ prefix, textSearch = false }: Pick<AgencyEntry, 'prefix' | 'textSearch'>): string {
  const types = parse(CONTRACT_SDL).definitions.filter(isTypeDefinitionNode).filter(isOffered);
  const definitions = types.flatMap((type) => offered(type, prefix));
  const offers = textSearch ? textSearchSdl(prefix) : '';
  return `${LINK}\n\n${print({ kind: Kind.DOCUMENT, definitions })}\n${offers}`;
}

function isOffered({ name }: TypeDefinitionNode): boolean {
  return name.value !== 'Query' && name.value !== 'Category';
}

function offered(type: TypeDefinitionNode, prefix: string): readonly DefinitionNode[] {
  if (type.kind === Kind.OBJECT_TYPE_DEFINITION) return [asValue(type)];
  if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [type];
  const plain = { ...type, fields: fieldsOf(type) };
  const isEntity = ENTITY_TYPES.some((entity) => entity === type.name.value);
  return isEntity ? [plain, ownType(plain, prefix)] : [plain];
}

/** Values come from many subgraphs. An agency's entry is the registry's; here it is a reference. */
function asValue(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const directive = type.name.value === 'Agency' ? '@key(fields: "code", resolvable: false)' : '@shareable';
  return { ...type, directives: directives(directive), fields: fieldsOf(type) };
}

function ownType(type: InterfaceTypeDefinitionNode, prefix: string): ObjectTypeDefinitionNode {
  return {
    ...type,
    kind: Kind.OBJECT_TYPE_DEFINITION,
    name: { ...type.name, value: prefix + type.name.value },
    interfaces: [{ kind: Kind.NAMED_TYPE, name: type.name }, ...(type.interfaces ?? [])],
    directives: directives('@key(fields: "id")'),
  };
}

/** The contract's own directives are for those who write agreements. */
function fieldsOf({
  fields = [],
}: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode): readonly FieldDefinitionNode[] {
  return fields.map((field) => ({
    ...field,
    directives: field.name.value === 'labels' ? directives('@inaccessible') : [],
  }));
}

function directives(text: string): readonly ConstDirectiveNode[] {
  const [definition] = parse(`scalar S ${text}`).definitions;
  return definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? (definition.directives ?? []) : [];
}
