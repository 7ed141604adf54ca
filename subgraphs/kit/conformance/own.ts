import { ENTITY_TYPES } from '../../../schema/contract.ts';
import { hasDirective, type Declared, type DeclaredType } from './declared.ts';

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** What is wrong with what an agency has beyond the contract: its names are its own, and so is what it answers. */
export function ownDeviations(declared: Declared, contract: Declared, prefix: string): readonly string[] {
  return [...declared.values()]
    .filter(({ name }) => !isLibrarys(name))
    .flatMap((type) => {
      if (ROOTS.has(type.name)) return rootDeviations(type, prefix);
      if (contract.has(type.name) || type.name.startsWith(prefix)) return [];
      const entity = ENTITY_TYPES.find((name) => type.name.endsWith(name));
      if (entity && hasDirective(type, 'key')) return foreignDeviations(type, contract.get(entity)!);
      return [`\`${type.name}\` must begin with \`${prefix}\`: it is not in the contract`];
    });
}

function rootDeviations({ name, fields }: DeclaredType, prefix: string): readonly string[] {
  const begin = prefix.charAt(0).toLowerCase() + prefix.slice(1);
  return [...fields.keys()]
    .filter((field) => !field.startsWith(begin) && field !== '_entities' && field !== '_service')
    .map(
      (field) => `\`${name}.${field}\` must begin with \`${begin}\`: root fields of all agencies stand side by side`,
    );
}

/** To another agency's object an agency may add fields; those of the contract are the other agency's to answer. */
function foreignDeviations({ name, fields }: DeclaredType, entity: DeclaredType): readonly string[] {
  return [...fields.values()].flatMap((field) => {
    if (field.name === 'id' || hasDirective(field, 'external')) return [];
    if (entity.fields.has(field.name))
      return [`\`${name}.${field.name}\` must be \`@external\`: it is another agency's to answer`];
    return field.type.endsWith('!') ? [`\`${name}.${field.name}\` must be nullable: a withheld field is null`] : [];
  });
}

/** Types that the federation specification or its libraries add. */
function isLibrarys(name: string): boolean {
  return name.startsWith('_') || /^(link|federation|join|core)__/.test(name) || name === 'FieldSet';
}
