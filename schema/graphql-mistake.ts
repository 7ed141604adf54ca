/**
 * What may be said of a document or a variable that does not fit the schema: what GraphQL.js says, where that is made of
 * names, types and punctuation alone. Where it would repeat a value (which may be a phone number, or a name) the kind of
 * mistake is left. It suggests no name either: what is like a name that was guessed is not for the guesser to know.
 */
export function withoutValues(message: string): string {
  return withoutRepeated(message.replace(SUGGESTION, ''));
}

/** `Did you mean "narrative"?` `Did you mean to use an inline fragment on "IcrfRecord"?` */
const SUGGESTION = / ?Did you mean\b[^]*$/;

function withoutRepeated(message: string): string {
  const syntax = /^Syntax Error: (.*?\b(?:Name|Int|Float|String|BlockString|Comment)) "/.exec(message)?.[1];
  if (syntax !== undefined) return `Syntax Error: ${syntax}.`;
  if (UNREADABLE.test(message)) return message;
  if (message.startsWith('Syntax Error')) return 'Syntax Error: a character or a literal cannot be read.';
  const variable = /^Variable "\$(\w+)" (?:got invalid value|of non-null type|of required type)/.exec(message)?.[1];
  if (variable !== undefined)
    return `the variable \`$${variable}\` lacks a value, or has one that does not fit its type`;
  return NAMES_ONLY.test(message) ? message : 'a value does not fit its type';
}

/** A sign, or the end, where something else was expected. */
const UNREADABLE = /^Syntax Error: (?:Expected (?:[A-Z]\w+|"[^"]+"), found|Unexpected) (?:<EOF>|"[^\w"]{1,3}")\.$/;

/** Beginnings of the rules of validation that speak of names: in these, what stands in quotes is a name or a type. */
const NAMES_ONLY = new RegExp(
  `^(?:${[
    'Cannot query field',
    'Cannot spread fragment',
    'Unknown (?:argument|type|fragment|directive)',
    'Fields? "',
    'Fragment "',
    'Variable "\\$\\w+" (?:is|of type|cannot)',
    'There can be only one',
    'Directive "',
    'Argument "',
    'This anonymous operation',
    'The directive "',
    'Must provide',
  ].join('|')})`,
);
