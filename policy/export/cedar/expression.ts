/** Text of a Cedar expression. Whatever is joined to others stands in parentheses. */
export type Expression = string;

export const TRUE: Expression = 'true';
export const FALSE: Expression = 'false';

/** Every part holds. No part: it holds. */
export function all(parts: readonly Expression[]): Expression {
  if (parts.includes(FALSE)) return FALSE;
  return joined(parts, TRUE, ' && ');
}

/** Some part holds. No part: it does not. */
export function any(parts: readonly Expression[]): Expression {
  if (parts.includes(TRUE)) return TRUE;
  return joined(parts, FALSE, ' || ');
}

/** It does not hold. */
export function not(part: Expression): Expression {
  if (part === TRUE) return FALSE;
  return part === FALSE ? TRUE : `!(${part})`;
}

/** One or the other. Cedar reads what `if` guards with `has` only in the branch that it guards. */
export function either(condition: Expression, then: Expression, otherwise: Expression): Expression {
  if (condition === TRUE || then === otherwise) return then;
  if (condition === FALSE) return otherwise;
  if (otherwise === FALSE) return all([condition, then]);
  return `(if ${condition} then ${then} else ${otherwise})`;
}

/** A text, quoted. */
export function text(value: string): Expression {
  const escaped = [...value].map((character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return character < ' ' || character === '\u007F' ? `\\u{${character.codePointAt(0)!.toString(16)}}` : character;
  });
  return `"${escaped.join('')}"`;
}

/** A set of texts. */
export function texts(values: Iterable<string>): Expression {
  return `[${[...values].map(text).join(', ')}]`;
}

/** The name of an entity: `Agency::"ICE"`. */
export function entity(type: string, id: string): Expression {
  return `${type}::${text(id)}`;
}

/** Something is one of these entities, or lies under one. */
export function isIn(what: Expression, type: string, ids: Iterable<string>): Expression {
  const names = [...ids].map((id) => entity(type, id));
  if (names.length === 0) return FALSE;
  return names.length === 1 ? `${what} in ${names[0]!}` : `${what} in [${names.join(', ')}]`;
}

function joined(parts: readonly Expression[], neutral: Expression, by: string): Expression {
  const of = [...new Set(parts)].filter((part) => part !== neutral);
  if (of.length === 0) return neutral;
  return of.length === 1 ? of[0]! : `(${of.join(by)})`;
}
