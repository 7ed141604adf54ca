import { fieldName } from './words.ts';

/** A part of a value, and what it is; of a value that has one part, nothing but that. */
export interface Part {
  readonly name: string | undefined;
  readonly text: string;
}

/** Fields that only servers read. */
const HIDDEN: ReadonlySet<string> = new Set(['id', '__typename', 'script']);

/** A value of any coordinate in parts, in the order of its fields. */
export function partsOf(value: unknown): readonly Part[] {
  if (!isObject(value)) return [{ name: undefined, text: textOf(value) }];
  const name = nameIn(value);
  if (name !== undefined) return [{ name: undefined, text: name }];
  return Object.entries(value)
    .filter(([field, part]) => !HIDDEN.has(field) && part !== null && part !== undefined)
    .map(([field, part]) => ({ name: fieldName(field).toLowerCase(), text: wholeOf(part) }));
}

/** A value in a line. */
export function wholeOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wholeOf).join(', ');
  return partsOf(value)
    .map(({ name, text }) => (name === undefined ? text : `${name} ${text}`))
    .join(', ');
}

/** A value as one is called by it: a name in Latin letters as it is written alone. */
export function calledBy(value: unknown): string {
  const isLatin = isObject(value) && value['script'] === 'Latn' && typeof value['original'] === 'string';
  return isLatin ? wholeOf(value['original']) : wholeOf(value);
}

/** A name as it is written, and as it is romanised where that is another. */
function nameIn(value: Readonly<Record<string, unknown>>): string | undefined {
  if (!('romanized' in value)) return undefined;
  const texts = [value['original'], value['romanized']].filter((text) => typeof text === 'string');
  const [first, second] = [...new Set(texts)];
  return second === undefined ? (first ?? '') : `${first} (${second})`;
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
