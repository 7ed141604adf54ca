import { isObjectType, type GraphQLNamedType, type GraphQLObjectType } from 'graphql';
import { ENTITY_TYPES, type Contract, type EntityType } from '../../../schema/contract.ts';
import { entityOf, familiesOf } from '../../../policy/families.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { textRoleOf, type TextRole } from '../../../policy/text-search.ts';

/** What a type of an agency's subgraph is to the agency's lock. */
export type Role =
  /** `Query`, `Mutation`, `Subscription`. */
  | { readonly is: 'root' }
  /** The agency's own type that implements the contract: `DeaRecord`. */
  | { readonly is: 'entity'; readonly family: EntityType }
  /** A part of an entity whose fields are governed one by one: `WiretapIntercept`. */
  | { readonly is: 'container' }
  /** Any other type with a key: another agency's, to which fields are added here, or one beyond the contract. */
  | { readonly is: 'added'; readonly rowType: string }
  /** The agency's own type of searches by text, or of what they find: `DeaTextSearch`, `DeaTextHit`. */
  | TextRole
  /** A value, which shares the fate of the governed field that carries it. */
  | { readonly is: 'value' };

/** The agency whose subgraph it is. */
export type Owner = Pick<AgencyEntry, 'code' | 'prefix'>;

/** The role of an object type. What is not known is closed: its fields are open only where a clause names them. */
export function roleOf(type: GraphQLObjectType, owner: Owner, contract: Contract): Role {
  if (ROOTS.has(type.name)) return { is: 'root' };
  const family = entityOf(type.name, owner);
  if (family) return { is: 'entity', family };
  const text = textRoleOf(type.name, owner);
  if (text) return text;
  if (familiesOf(contract).has(type.name)) return { is: 'container' };
  if (contract.types.has(type.name) || !hasKey(type)) return { is: 'value' };
  return { is: 'added', rowType: foreignEntity(type.name, owner) ?? type.name };
}

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

function foreignEntity(typename: string, { prefix }: Owner): EntityType | undefined {
  return typename.startsWith(prefix) ? undefined : ENTITY_TYPES.find((entity) => typename.endsWith(entity));
}

function hasKey(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return false;
  const nodes = [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []);
  return nodes.some(({ name }) => name.value === 'key' || name.value === 'federation__key');
}
