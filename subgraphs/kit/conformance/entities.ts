import { ENTITY_TYPES } from '../../../schema/contract.ts';
import { hasDirective, type Declared, type DeclaredType } from './declared.ts';
import { fieldDeviations, labelsDeviations, ownFieldDeviations } from './fields.ts';

/** What is wrong with the agency's own types for the entities of the contract, and with the interfaces themselves. */
export function entityDeviations(declared: Declared, contract: Declared, prefix: string): readonly string[] {
  const interfaces = [...contract.values()].filter(({ kind }) => kind === 'interface');
  return [
    ...interfaces.flatMap((wanted) => interfaceDeviations(declared.get(wanted.name), wanted, prefix)),
    ...ENTITY_TYPES.flatMap((entity) =>
      ownTypeDeviations(declared.get(prefix + entity), contract.get(entity)!, prefix),
    ),
  ];
}

function interfaceDeviations(found: DeclaredType | undefined, wanted: DeclaredType, prefix: string): readonly string[] {
  if (found?.kind !== 'interface') return [`the interface \`${wanted.name}\` is missing`];
  const keyed = hasDirective(found, 'key')
    ? [`the interface \`${wanted.name}\` must have no \`@key\`: it is the hub's`]
    : [];
  const more = [...found.fields.keys()].filter((name) => !wanted.fields.has(name));
  return [
    ...keyed,
    ...more.map(
      (name) =>
        `\`${wanted.name}.${name}\` is not in the contract; add own fields to own types: \`${prefix}${wanted.name}\``,
    ),
    ...fieldDeviations(found, wanted, prefix),
    ...labelsDeviations(found),
  ];
}

function ownTypeDeviations(found: DeclaredType | undefined, entity: DeclaredType, prefix: string): readonly string[] {
  const name = prefix + entity.name;
  if (found?.kind !== 'object') return [`the type \`${name}\` is missing; it implements \`${entity.name}\``];
  const wanted = [entity.name, ...entity.interfaces].filter((implemented) => !found.interfaces.has(implemented));
  return [
    ...wanted.map((implemented) => `\`${name}\` must implement \`${implemented}\``),
    ...(isKeyedById(found) ? [] : [`\`${name}\` must have \`@key(fields: "id")\``]),
    ...fieldDeviations(found, entity, prefix),
    ...ownFieldDeviations(found, entity),
    ...labelsDeviations(found),
  ];
}

function isKeyedById({ directives }: DeclaredType): boolean {
  return directives.some(
    ({ name, argument }) => name === 'key' && argument('fields') === 'id' && argument('resolvable') !== 'false',
  );
}
