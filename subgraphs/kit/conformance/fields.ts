import { ENTITY_TYPES } from '../../../schema/contract.ts';
import { hasDirective, type DeclaredField, type DeclaredType } from './declared.ts';

/** What is wrong with the fields of a type that stands for a contract type. */
export function fieldDeviations(type: DeclaredType, wanted: DeclaredType, prefix: string): readonly string[] {
  return [...wanted.fields.values()].flatMap((field) => {
    const found = type.fields.get(field.name);
    if (!found) return [`\`${type.name}.${field.name}\` is missing; the contract has \`${field.name}: ${field.type}\``];
    return [...typeDeviations(type, found, field, prefix), ...argumentDeviations(type, found, field)];
  });
}

/** What is wrong with the fields that a type has beyond the contract. */
export function ownFieldDeviations(type: DeclaredType, wanted: DeclaredType): readonly string[] {
  const own = [...type.fields.values()].filter(({ name }) => !wanted.fields.has(name));
  return own
    .filter((field) => field.type.endsWith('!'))
    .map((field) => `\`${type.name}.${field.name}\` must be nullable: a withheld field is null`);
}

/** `labels` is for servers; by `@inaccessible` no client of any federation gateway can name it. */
export function labelsDeviations(type: DeclaredType): readonly string[] {
  const labels = type.fields.get('labels');
  return labels && !hasDirective(labels, 'inaccessible')
    ? [`\`${type.name}.labels\` must be \`@inaccessible\`: only servers ask for it`]
    : [];
}

function typeDeviations(
  { name }: DeclaredType,
  found: DeclaredField,
  wanted: DeclaredField,
  prefix: string,
): readonly string[] {
  if (found.type === wanted.type || found.type === withPrefix(wanted.type, prefix)) return [];
  const at = `\`${name}.${found.name}\``;
  const nullable = found.type.endsWith('!') && !wanted.type.endsWith('!');
  const why = nullable ? ', which is nullable because a withheld field is null' : '';
  return [`${at} is \`${found.type}\`; the contract has \`${wanted.type}\`${why}`];
}

/** An agency may say that its records' contacts are its own: `DeaLiaisonContact`. */
function withPrefix(type: string, prefix: string): string {
  const isEntity = (name: string) => ENTITY_TYPES.some((entity) => entity === name);
  return type.replace(/[A-Za-z]+/, (name) => (isEntity(name) ? prefix + name : name));
}

function argumentDeviations({ name }: DeclaredType, found: DeclaredField, wanted: DeclaredField): readonly string[] {
  const [has, wants] = [found, wanted].map((field) => field.arguments.toSorted().join(', '));
  if (has === wants) return [];
  return [`\`${name}.${found.name}\` takes (${has}); the contract has (${wants})`];
}
