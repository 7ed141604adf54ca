import { hasDirective, type Declared, type DeclaredType } from './declared.ts';
import { fieldDeviations } from './fields.ts';

/** What is wrong with the value types and enums of the contract, which every agency has alike. */
export function valueDeviations(declared: Declared, contract: Declared, prefix: string): readonly string[] {
  return [...contract.values()].flatMap((wanted) => {
    const found = declared.get(wanted.name);
    if (wanted.kind === 'interface' || wanted.name === 'Query' || wanted.name === 'Category') return [];
    if (!found) return [`\`${wanted.name}\` is missing`];
    if (found.kind !== wanted.kind) return [`\`${wanted.name}\` must be of kind ${wanted.kind}`];
    return wanted.kind === 'enum' ? enumDeviations(found, wanted) : objectDeviations(found, wanted, prefix);
  });
}

function enumDeviations(found: DeclaredType, wanted: DeclaredType): readonly string[] {
  return [
    ...wanted.values
      .filter((value) => !found.values.includes(value))
      .map((value) => `\`${found.name}.${value}\` is missing`),
    ...found.values
      .filter((value) => !wanted.values.includes(value))
      .map((value) => `\`${found.name}.${value}\` is not in the contract`),
  ];
}

function objectDeviations(found: DeclaredType, wanted: DeclaredType, prefix: string): readonly string[] {
  const more = [...found.fields.keys()].filter((name) => !wanted.fields.has(name));
  return [
    ...more.map(
      (name) => `\`${found.name}.${name}\` is not in the contract; make a type of your own: \`${prefix}${found.name}\``,
    ),
    ...fieldDeviations(found, wanted, prefix),
    ...sharingDeviations(found),
  ];
}

/** Composition takes a field from several subgraphs only when each says that it shares it, or that it is a key. */
function sharingDeviations(found: DeclaredType): readonly string[] {
  if (hasDirective(found, 'shareable') || hasDirective(found, 'key')) return [];
  return [...found.fields.values()]
    .filter((field) => !hasDirective(field, 'shareable'))
    .map((field) => `\`${found.name}.${field.name}\` must be \`@shareable\`: every agency answers it`);
}
