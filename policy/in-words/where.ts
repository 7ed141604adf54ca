import type { LabelTest, Where } from '../agreement.ts';
import { ACCESSION, isNationalOf } from '../condition/where.ts';
import { spokenLabel, type SpokenLabel } from './labels.ts';
import { listed } from './listed.ts';
import { valueInWords } from './terms.ts';

/** A condition as a reader of the law says it: `its crime areas include trafficking in drugs`. It holds for any two agencies. */
export function whereInWords(where: Where): string {
  return joined(
    Object.entries(where).map(([key, value]) => entryInWords(key, value)),
    'and',
  );
}

/** Words, and whether they are several conditions, which stand in brackets inside others. */
interface Words {
  readonly text: string;
  readonly isCompound: boolean;
}

function joined(parts: readonly Words[], by: 'and' | 'or'): string {
  if (parts.length === 1) return parts[0]!.text;
  return parts.map(({ text, isCompound }) => (isCompound ? `(${text})` : text)).join(`, ${by} `);
}

function entryInWords(key: string, value: Where[string]): Words {
  if (key === 'allOf' || key === 'anyOf') {
    const parts = (value as readonly Where[]).map(wordsOf);
    const isCompound = parts.length > 1 || Boolean(parts[0]?.isCompound);
    return { text: joined(parts, key === 'allOf' ? 'and' : 'or'), isCompound };
  }
  if (key === 'not') return { text: negated(value as Where), isCompound: false };
  return testInWords(key, value as LabelTest);
}

function wordsOf(where: Where): Words {
  const parts = Object.entries(where).map(([key, value]) => entryInWords(key, value));
  return { text: joined(parts, 'and'), isCompound: parts.length > 1 || Boolean(parts[0]?.isCompound) };
}

function negated(where: Where): string {
  const [[key, value] = ['', ''], ...more] = Object.entries(where);
  const label = spokenLabel(key);
  if (more.length === 0 && typeof value === 'boolean' && label.flag) return flagInWords(label, label.flag, !value);
  if (more.length === 0 && typeof value === 'string' && !isNationalOf(key))
    return `${label.name} ${label.isList ? 'are' : 'is'} not ${valueInWords(value, label.valueType)}`;
  if (more.length === 0 && isAnyOf(value)) return partsOf(label, { noneOf: value.anyOf }).join('');
  return `it is not so that (${whereInWords(where)})`;
}

function isAnyOf(value: Where[string]): value is { readonly anyOf: readonly string[] } {
  if (typeof value !== 'object' || !('anyOf' in value) || Object.keys(value).length > 1) return false;
  return Array.isArray(value.anyOf) && value.anyOf.every((one) => typeof one === 'string');
}

function testInWords(key: string, test: LabelTest): Words {
  const label = spokenLabel(key);
  if (isNationalOf(key)) {
    const whose = `a national of the country of the ${test === 'recipient' ? 'recipient' : 'originator'}`;
    return { text: `${label.owner} is ${whose}`, isCompound: false };
  }
  if (typeof test === 'boolean' && label.flag) return { text: flagInWords(label, label.flag, test), isCompound: false };
  if (typeof test !== 'object') {
    const value = valueInWords(String(test), label.valueType);
    return { text: `${label.name} ${label.isList ? 'are' : 'is'} ${value}`, isCompound: false };
  }
  const parts = partsOf(label, test);
  return { text: parts.join(', and '), isCompound: parts.length > 1 };
}

function flagInWords({ owner }: SpokenLabel, [whenTrue, whenFalse]: readonly [string, string], value: boolean) {
  return `${owner} ${value ? whenTrue : whenFalse}`;
}

function partsOf(label: SpokenLabel, test: Exclude<LabelTest, string | number | boolean>): readonly string[] {
  const { name, isList, valueType } = label;
  const verb = isList ? 'include' : 'is';
  const words = (values: readonly string[]) => values.map((value) => valueInWords(value, valueType));
  const { anyOf, allOf, noneOf, from, until } = test;
  return [
    ...(anyOf ? [`${name} ${verb} ${listed(words(anyOf), 'or')}`] : []),
    ...(allOf ? [`${name} ${verb} ${listed(words(allOf), 'and')}`] : []),
    ...(noneOf ? [`${name} ${isList ? 'do not include' : 'is not'} ${listed(words(noneOf), 'or')}`] : []),
    ...(from !== undefined || until !== undefined ? [`${name} is ${rangeInWords(from, until)}`] : []),
  ];
}

function rangeInWords(from: string | number | undefined, until: string | number | undefined): string {
  if (until === undefined) return `${boundInWords(from)} or later`;
  if (from === undefined) return `${boundInWords(until)} or earlier`;
  return `from ${boundInWords(from)} until ${boundInWords(until)}, both included`;
}

function boundInWords(bound: string | number | undefined): string {
  return bound === ACCESSION ? 'the day on which the recipient joined' : String(bound);
}
