import type { GraphQLObjectType } from 'graphql';

/**
 * The agency whose objects have a type: the names of an agency's own types begin with it, and end with the name of the
 * interface (`IrsCiRecord`). Undefined: the type is not an agency's, or of none that is known.
 */
export function agencyOf(type: GraphQLObjectType, agencies: readonly string[]): string | undefined {
  const family = type.getInterfaces().find(({ name }) => type.name.endsWith(name) && type.name.length > name.length);
  if (!family) return undefined;
  const prefix = plain(type.name.slice(0, -family.name.length));
  return agencies.find((code) => plain(code) === prefix);
}

function plain(code: string): string {
  return code.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
