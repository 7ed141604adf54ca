import type { Clause, ClauseField } from './question.ts';

/** Fields of one category that a clause names. */
export interface CategoryReach {
  readonly category: string;
  readonly effect: ClauseField['effect'];
  readonly fields: readonly ClauseField[];
}

/** What a clause opens, finds by or closes, by category, in the order in which it was told. */
export function reachOf({ fields }: Pick<Clause, 'fields'>): readonly CategoryReach[] {
  const groups = new Map<string, ClauseField[]>();
  for (const field of fields) groups.set(field.category, [...(groups.get(field.category) ?? []), field]);
  return [...groups].map(([category, of]) => ({ category, effect: of[0]!.effect, fields: of }));
}

/**
 * Fields as they are read, a line for each kind of object: `Of a person: surname, date of birth (generalised)`.
 * Who looks for one by its name in the graph finds that beside it.
 */
export function fieldsInWords(fields: readonly ClauseField[]): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { coordinate, treatment } of fields) {
    const [type = '', name = ''] = coordinate.split('.');
    const how = treatment && treatment !== 'FULL' ? ` (${treatment.toLowerCase()})` : '';
    lines.set(type, [...(lines.get(type) ?? []), `${spaced(name)}${how}`]);
  }
  return [...lines].map(([type, names]) => {
    const words = spaced(type);
    return `Of ${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}: ${names.join(', ')}`;
  });
}

/** `placeOfBirth`: place of birth. */
function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
}

/** Originators to whom a clause does the same, with the recipients: most clauses treat all members of a group alike. */
export interface Sides {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * Between whom a clause has effect, said as shortly as it can be said exactly: agencies that all share with each other
 * are one line, and so are originators of the same recipients.
 */
export function sidesOf(between: Clause['between']): readonly Sides[] {
  const everybody = [...new Set(between.flatMap(({ from, to }) => [from, ...to]))].sort();
  const eachOther = between.every(({ from, to }) => everybody.every((code) => code === from || to.includes(code)));
  if (between.length > 1 && between.length === everybody.length && eachOther)
    return [{ from: everybody, to: everybody }];
  const byRecipients = new Map<string, Sides>();
  for (const { from, to } of between) {
    const key = to.join();
    byRecipients.set(key, { from: [...(byRecipients.get(key)?.from ?? []), from], to });
  }
  return [...byRecipients.values()];
}
