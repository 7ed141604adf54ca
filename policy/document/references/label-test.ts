import type { LabelTest } from '../../agreement.ts';
import { ACCESSION } from '../../condition/where.ts';
import type { Path } from '../locate.ts';
import { suggest } from '../suggest.ts';
import type { LabelField } from './label-field.ts';
import type { Finding } from './rule.ts';

type Parts = Exclude<LabelTest, string | number | boolean>;

/** Whether a test fits its label: one that no value can pass is a slip of the pen. */
export function labelTest(label: LabelField, test: LabelTest, path: Path): readonly Finding[] {
  const { name, type, isList } = label;
  if (type === 'Boolean') {
    return typeof test === 'boolean' ? [] : [{ path, message: `\`${name}\` is \`true\` or \`false\`` }];
  }
  if (typeof test === 'object') return [...ofRange(label, test, path), ...ofSets(label, test, path)];
  if (isList) {
    return [{ path, message: `\`${name}\` is a list`, hint: `write \`{ anyOf: [${String(test)}] }\`` }];
  }
  return ofValue(label, test, path);
}

function ofRange(label: LabelField, { from, until }: Parts, path: Path): readonly Finding[] {
  const bounds = Object.entries({ from, until }).filter(([, value]) => value !== undefined);
  if (label.type !== 'LocalDate') {
    const message = `\`${label.name}\` is no date, and a range is for dates`;
    return bounds.map(([bound]) => ({ path: [...path, bound], message }));
  }
  const days = bounds.filter(([, value]) => value !== ACCESSION);
  const wrong = days.flatMap(([bound, value]) => ofValue(label, value, [...path, bound]));
  if (wrong.length > 0 || days.length < 2 || from === undefined || until === undefined || from <= until) return wrong;
  return [{ path: [...path, 'until'], message: `\`${until}\` is before \`${from}\`` }];
}

function ofSets(label: LabelField, { anyOf, allOf, noneOf }: Parts, path: Path): readonly Finding[] {
  const sets = Object.entries({ anyOf, allOf, noneOf });
  const values = sets.flatMap(([set, values]) =>
    (values ?? []).flatMap((value, index) => ofValue(label, value, [...path, set, index])),
  );
  if (!allOf || label.isList) return values;
  return [
    { path: [...path, 'allOf'], message: `\`${label.name}\` has one value, and \`allOf\` is for lists` },
    ...values,
  ];
}

function ofValue({ name, type, known, country }: LabelField, value: unknown, path: Path): readonly Finding[] {
  if (typeof value !== 'string') return [{ path, message: `\`${name}\` is text, not \`${String(value)}\`` }];
  if (type === 'LocalDate' && !isDate(value)) {
    return [{ path, message: `\`${name}\` is a date of the calendar, \`YYYY-MM-DD\`, not \`${value}\`` }];
  }
  if (known && !known.has(value)) {
    return [{ path, message: `\`${name}\` is never \`${value}\``, hint: suggest(value, known) }];
  }
  if (country && !/^[A-Z]{2}$/.test(value)) {
    return [{ path, message: `\`${name}\` is a country, two capital letters (ISO 3166-1), not \`${value}\`` }];
  }
  return [];
}

function isDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
}
