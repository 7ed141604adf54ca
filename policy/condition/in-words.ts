import type { Condition, LabelRef, Test } from './condition.ts';
import { keyOf } from './condition.ts';
import { LABEL_OWNERS } from './where.ts';

/** Phrases for conditions that have a name of their own, by `keyOf`; an empty phrase leaves its condition out. */
export type Phrases = ReadonlyMap<string, string>;

const NO_PHRASES: Phrases = new Map();

/** A condition as a reader says it: `crimeAreas` has drug-trafficking, and not (`person.minor` is true). */
export function inWords(condition: Condition, phrases: Phrases = NO_PHRASES): string {
  const phrase = phrases.get(keyOf(condition));
  if (phrase !== undefined) return phrase;
  switch (condition.is) {
    case 'constant':
      return condition.value ? 'always' : 'never';
    case 'within':
      return `it is, or is in, a ${condition.type.toLowerCase()}`;
    case 'test':
      return testInWords(condition.label, condition.test);
    case 'not':
      return notInWords(condition.of, phrases);
    case 'all':
      return joined(condition.of, ', and ', phrases) || 'always';
    case 'any':
      return joined(condition.of, ', or ', phrases);
  }
}

function joined(parts: readonly Condition[], by: string, phrases: Phrases): string {
  const words = parts.map((part) => nested(part, phrases)).filter((text) => text !== '');
  return words.length === 1 ? words[0]! : words.join(by);
}

/** In brackets where the reader could not tell what belongs together. */
function nested(condition: Condition, phrases: Phrases): string {
  const text = inWords(condition, phrases);
  const compound = (condition.is === 'all' || condition.is === 'any') && !phrases.has(keyOf(condition));
  return compound && text !== '' ? `(${text})` : text;
}

function notInWords(of: Condition, phrases: Phrases): string {
  if (of.is === 'within') return `it is not, and is not in, a ${of.type.toLowerCase()}`;
  if (of.is !== 'test' || phrases.has(keyOf(of))) return `not (${inWords(of, phrases)})`;
  const name = nameOf(of.label);
  switch (of.test.op) {
    case 'equals':
      return `${name} is not ${String(of.test.value)}`;
    case 'anyOf':
      return `${name} has none of ${of.test.values.join(', ')}`;
    case 'none':
      return `${name} is stated`;
    default:
      return `not (${testInWords(of.label, of.test)})`;
  }
}

function testInWords(label: LabelRef, test: Test): string {
  const name = nameOf(label);
  switch (test.op) {
    case 'equals':
      return `${name} is ${String(test.value)}`;
    case 'anyOf':
      return test.values.length === 1
        ? `${name} has ${test.values[0]}`
        : `${name} has one of ${test.values.join(', ')}`;
    case 'allOf':
      return `${name} has all of ${test.values.join(', ')}`;
    case 'none':
      return `${name} is empty`;
    case 'range':
      return `${name} is ${bounds(test.from, test.until)}`;
  }
}

function bounds(from: string | number | undefined, until: string | number | undefined): string {
  const parts = [from === undefined ? [] : [`from ${from}`], until === undefined ? [] : [`until ${until}`]].flat();
  return parts.join(' ');
}

/** As authors write it: plainly, or with its owner where only one type carries it. */
function nameOf({ name, owners }: LabelRef): string {
  const owner = Object.keys(LABEL_OWNERS).find((key) => owners.length === 1 && LABEL_OWNERS[key] === owners[0]);
  return owner ? `\`${owner}.${name}\`` : `\`${name}\``;
}
