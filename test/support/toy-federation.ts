import { composeServices } from '@apollo/composition';
import {
  Kind,
  parse,
  print,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { CONTRACT_SDL, ENTITY_TYPES } from '../../schema/contract.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import { READS_DIRECTIVES, READS_LINK } from '../../schema/reads.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@interfaceObject", "@composeDirective"])`;

/** An agency entry for tests. */
export function agencyEntry(code: string, prefix = code.charAt(0) + code.slice(1).toLowerCase()): AgencyEntry {
  const desk = { name: `${code} desk`, phone: '+1 202 555 0100', email: `desk@${prefix.toLowerCase()}.example` };
  return {
    code,
    prefix,
    name: code,
    kind: 'domestic',
    country: 'US',
    issuer: `https://id.${prefix.toLowerCase()}.example`,
    desk,
  };
}

/** The SDL of an agency's subgraph that implements the contract and nothing else, but for what is added to a type. */
export function agencySdl({ prefix }: AgencyEntry, added: Readonly<Record<string, string>> = {}, extra = ''): string {
  const definitions = parse(CONTRACT_SDL, { noLocation: true }).definitions.flatMap((node) => {
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION) return [bare(node), ...entity(node, prefix, added)];
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value !== 'Query' && node.name.value !== 'Agency')
      return [bare(node)];
    if (node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value !== 'Category') return [node];
    return node.kind === Kind.SCALAR_TYPE_DEFINITION ? [node] : [];
  });
  const text = definitions.map((node) => print(node)).join('\n');
  const shareable = text.replace(/^type (?!\w* implements)(\w+) \{/gm, 'type $1 @shareable {');
  const hidden = shareable.replace(
    /labels\(names: \[String!\]!\): Labels/g,
    'labels(names: [String!]!): Labels @inaccessible',
  );
  return `${LINK}\n${hidden}\ntype Agency @key(fields: "code", resolvable: false) { code: ID! }\n${extra}`;
}

/** A hub's SDL: searches and pointers, as the index has them. */
export function hubSdl(agencies: readonly AgencyEntry[]): string {
  const stubs = agencies.flatMap(({ prefix }) =>
    ENTITY_TYPES.map((type) => `type ${prefix}${type} implements ${implemented(type)} @key(fields: "id") { id: ID! }`),
  );
  const interfaces = ['Subject', ...ENTITY_TYPES].map(
    (type) =>
      `interface ${type}${['Person', 'Group', 'Organization'].includes(type) ? ' implements Subject' : ''} @key(fields: "id") { id: ID! }`,
  );
  return `${LINK} ${READS_LINK} ${READS_DIRECTIVES}
    type Query {
      records(filter: RecordFilter, first: Int @readsNothing): RecordConnection!
      person(id: ID! @readsNothing): Person
    }
    input RecordFilter {
      originators: [ID!] @readsNothing
      kinds: [String!] @reads(coordinate: "Record.kind")
      crimeAreas: [String!] @reads(coordinate: "Record.crimeAreas")
    }
    type RecordConnection { edges: [RecordEdge!]! totalCount: Int! }
    type RecordEdge { cursor: String! node: RecordHit }
    enum Disclosure { FULL CONTACT EXISTS }
    scalar Labels
    type RecordHit { disclosure: Disclosure! originator: Agency! contact: LiaisonContact record: Record labels(names: [String!]!): Labels @inaccessible }
    type Agency @key(fields: "code") { code: ID! name: String }
    ${interfaces.join('\n')}
    ${stubs.join('\n')}`;
}

/** Composes subgraphs by name. @throws when they do not compose */
export function compose(subgraphs: Readonly<Record<string, string>>): string {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.example`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new AggregateError(errors ?? [], (errors ?? []).map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

function implemented(type: string): string {
  return ['Person', 'Group', 'Organization'].includes(type) ? `${type} & Subject` : type;
}

function bare<Node extends InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode>(node: Node): Node {
  return { ...node, fields: node.fields?.map((field) => ({ ...field, directives: [] })) };
}

function entity(
  node: InterfaceTypeDefinitionNode,
  prefix: string,
  added: Readonly<Record<string, string>>,
): DocumentNode['definitions'] {
  const name = node.name.value;
  if (!ENTITY_TYPES.some((type) => type === name)) return [];
  const fields = (bare(node).fields ?? []).map((field) => print(field)).join('\n');
  return parse(
    `type ${prefix}${name} implements ${implemented(name)} @key(fields: "id") { ${fields} ${added[name] ?? ''} }`,
  ).definitions;
}
