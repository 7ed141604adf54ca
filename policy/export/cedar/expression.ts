/** A Cedar expression: its text, or several that are joined. */
export type Expression = string | Joined;

interface Joined {
  readonly by: '&&' | '||';
  readonly of: readonly Expression[];
}

export const TRUE = 'true';
export const FALSE = 'false';

/** The text of an expression, as it can stand alone. */
export function print(expression: Expression): string {
  if (typeof expression === 'string') return expression;
  return expression.of.map(printPart).join(` ${expression.by} `);
}

/** The texts of the parts that all must hold, each as it can stand beside the others. */
export function printParts(expression: Expression): readonly string[] {
  return typeof expression === 'object' && expression.by === '&&'
    ? expression.of.map(printPart)
    : [printPart(expression)];
}

/** Every part holds. No part: it holds. */
export function all(parts: readonly Expression[]): Expression {
  if (parts.includes(FALSE)) return FALSE;
  return joined(parts, TRUE, '&&');
}

/** Some part holds. No part: it does not. */
export function any(parts: readonly Expression[]): Expression {
  if (parts.includes(TRUE)) return TRUE;
  return joined(parts, FALSE, '||');
}

/** It does not hold. */
export function not(part: Expression): Expression {
  if (part === TRUE) return FALSE;
  return part === FALSE ? TRUE : `!(${print(part)})`;
}

/** One or the other. Cedar reads what `if` guards with `has` only in the branch that it guards. */
export function either(condition: Expression, then: Expression, otherwise: Expression): Expression {
  if (condition === TRUE || print(then) === print(otherwise)) return then;
  if (condition === FALSE) return otherwise;
  if (otherwise === FALSE) return all([condition, then]);
  return `(if ${print(condition)} then ${print(then)} else ${print(otherwise)})`;
}

/** A text, quoted. */
export function text(value: string): string {
  const escaped = [...value].map((character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return character < ' ' || character === '\u007F' ? `\\u{${character.codePointAt(0)!.toString(16)}}` : character;
  });
  return `"${escaped.join('')}"`;
}

/** A set of texts. */
export function texts(values: Iterable<string>): string {
  return `[${[...values].map(text).join(', ')}]`;
}

/** The name of an entity: `Agency::"ICE"`. */
export function entity(type: string, id: string): string {
  return `${type}::${text(id)}`;
}

/** Something is one of these entities, or lies under one. */
export function isIn(what: string, type: string, ids: Iterable<string>): string {
  const names = [...ids].map((id) => entity(type, id));
  if (names.length === 0) return FALSE;
  return names.length === 1 ? `${what} in ${names[0]!}` : `${what} in [${names.join(', ')}]`;
}

/** What is joined alike is joined once, and nothing twice. */
function joined(parts: readonly Expression[], neutral: Expression, by: Joined['by']): Expression {
  const flat = parts.flatMap((part) => (typeof part === 'object' && part.by === by ? part.of : [part]));
  const of = [...new Map(flat.map((part) => [print(part), part])).values()].filter((part) => part !== neutral);
  if (of.length === 0) return neutral;
  return of.length === 1 ? of[0]! : { by, of };
}

function printPart(part: Expression): string {
  return typeof part === 'object' ? `(${print(part)})` : part;
}
