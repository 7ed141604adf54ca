import { TEXT_SEARCH, textSearchSdl } from '../../../schema/text-search.ts';
import { readDeclared, type Declared, type DeclaredType } from './declared.ts';
import { fieldDeviations } from './fields.ts';

/** The types of a search by text, as an agency that offers one declares them. */
export function textSearchTypes(prefix: string): Declared {
  return readDeclared(textSearchSdl(prefix));
}

/** What is wrong with an agency's search by text. An agency need not offer one; who does offers all of it. */
export function textSearchDeviations(declared: Declared, prefix: string): readonly string[] {
  const wanted = textSearchTypes(prefix);
  if (![...wanted.keys()].some((name) => declared.has(name))) return [];
  return [...wanted.values()].flatMap((type) => typeDeviations(declared.get(type.name), type, prefix));
}

function typeDeviations(found: DeclaredType | undefined, wanted: DeclaredType, prefix: string): readonly string[] {
  if (found?.kind !== wanted.kind) return [`the ${wanted.kind} \`${wanted.name}\` is missing: a search by text has it`];
  const implemented = [...wanted.interfaces].filter((name) => !found.interfaces.has(name));
  const values = wanted.values.filter((value) => !found.values.includes(value));
  const isKeyed = found.directives.some(({ name, argument }) => name === 'key' && argument('fields') === 'id');
  return [
    ...implemented.map((name) => `\`${wanted.name}\` must implement \`${name}\``),
    ...values.map((value) => `\`${wanted.name}.${value}\` is missing`),
    ...(wanted.name === prefix + TEXT_SEARCH && !isKeyed
      ? [`\`${wanted.name}\` must have \`@key(fields: "id")\``]
      : []),
    ...fieldDeviations(found, wanted, prefix),
  ];
}
