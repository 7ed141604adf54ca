/** A value of a row, as JSON has it. */
type Value = unknown;

/**
 * A row as `COPY … FROM STDIN` reads one in its text format: values apart by tabs, `\N` for none.
 * @param values in the order of the columns; a list becomes an array, an object JSON
 */
export function copyText(values: readonly Value[]): string {
  return `${values.map(fieldOf).join('\t')}\n`;
}

function fieldOf(value: Value): string {
  if (value === null || value === undefined) return '\\N';
  return escaped(typeof value === 'string' ? value : textOf(value));
}

function textOf(value: Value): string {
  return Array.isArray(value) && value.every(isElement) ? arrayOf(value) : JSON.stringify(value);
}

type Element = string | number | null;

function isElement(value: Value): value is Element {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

/** An array literal. Whatever is not plain is quoted: a comma, a brace, a space, the word NULL, nothing at all. */
function arrayOf(elements: readonly Element[]): string {
  return `{${elements.map(elementOf).join(',')}}`;
}

const PLAIN = /^(?!null$)[\w-]+$/i;

function elementOf(element: Element): string {
  if (element === null) return 'NULL';
  const text = String(element);
  return PLAIN.test(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

const SPECIAL = /[\\\t\n\r]/;
const EACH_SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll(EACH_SPECIAL, (character) => ESCAPES[character]!);
}
