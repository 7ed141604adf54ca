import type { AgencyEntry } from '../../../policy/parties.ts';
import { contract, type Coordinate } from '../../../schema/contract.ts';
import type { Read } from '../../../schema/reads.ts';
import { LABEL_COLUMNS, type Family, type LabelColumn } from '../columns.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import { raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { isDate, isText } from '../text.ts';
import { requireAgencies, requireAreas, requireCountries } from './codes.ts';
import { SELECTOR_FIELDS, type FilterValues } from './sought.ts';
import { TEXT_FIELD } from './text-sought.ts';

/** What a search asks of the labels of every row that it finds. */
export interface Term {
  /** The governed field that it reads; undefined: it reads none. */
  readonly coordinate: Coordinate | undefined;
  readonly where: Sql;
}

/** What a filter says of something else than a label. */
const NO_LABELS: ReadonlySet<string> = new Set(['originators', TEXT_FIELD]);

/** Fields that hold codes of areas of crime. What else is free is data of agencies, and is never refused. */
const OF_AREAS: ReadonlySet<string> = new Set(['crimeAreas', 'areas']);

const MOST_VALUES = 100;
const MOST_CHARACTERS = 200;

/**
 * The terms of a filter that look at labels. An empty list names no value, so nothing answers to it.
 * @param reads what the filter reads, by its declarations
 * @throws DeclaredError `BAD_FILTER`
 */
export function termsOf(family: Family, filter: FilterValues, reads: readonly Read[]): readonly Term[] {
  const ofLabels = givenOf(filter).filter(([name]) => !NO_LABELS.has(name) && !Object.hasOwn(SELECTOR_FIELDS, name));
  requireInOrder(ofLabels);
  return ofLabels.map(([name, value]) => termOf(family, name, value, reads));
}

/**
 * Those of the agencies that a filter is about.
 * @throws DeclaredError `BAD_FILTER`
 */
export function originatorsAmong(agencies: readonly AgencyEntry[], filter: FilterValues): readonly string[] {
  const codes = agencies.map(({ code }) => code);
  const { originators } = filter;
  if (originators === null || originators === undefined) return codes;
  const wanted = textsOf('originators', originators);
  requireAgencies('originators', wanted, codes);
  return codes.filter((code) => wanted.includes(code));
}

/** The fields of a filter that are given, in one order. */
export function givenOf(filter: FilterValues): readonly (readonly [string, unknown])[] {
  return Object.entries(filter)
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function termOf(family: Family, name: string, value: unknown, reads: readonly Read[]): Term {
  const coordinate = reads.find(({ by }) => by === `filter.${name}`)?.coordinate;
  const { column, kind } = columnOf(family, coordinate);
  return { coordinate, where: comparison(name, raw(column), kind === 'list', value) };
}

/**
 * The column of the label that a field is.
 * @throws Error when a search reads what the index does not keep
 */
export function columnOf(family: Family, coordinate: Coordinate | undefined): LabelColumn {
  const label = contract.governed.get(coordinate ?? '')?.label ?? '';
  const column = LABEL_COLUMNS[family].get(label);
  if (!column) throw new Error(`the index does not keep ${coordinate ?? 'what a filter reads'}`);
  return column;
}

function comparison(name: string, column: Sql, isList: boolean, value: unknown): Sql {
  if (typeof value === 'boolean') return sql`${column} = ${value}`;
  if (name.endsWith('From')) return sql`${column} >= ${dateOf(name, value)}::date`;
  if (name.endsWith('Until')) return sql`${column} <= ${dateOf(name, value)}::date`;
  const values = textsOf(name, value);
  if (OF_AREAS.has(name)) requireAreas(name, values);
  if (name === 'hostCountries') requireCountries(name, values);
  return isList ? sql`${column} && ${values}::text[]` : sql`${column} = ANY(${values}::text[])`;
}

/** Refuses days of which the last is before the first. */
function requireInOrder(given: readonly (readonly [string, unknown])[]): void {
  const values = new Map(given);
  for (const [from, first] of values) {
    const until = from.replace(/From$/u, 'Until');
    const last = values.get(until);
    if (until === from || last === undefined || dateOf(from, first) <= dateOf(until, last)) continue;
    refuse(INDEX_ERRORS.BAD_FILTER, `\`${from}\` is after \`${until}\`: no day lies between them`);
  }
}

function dateOf(name: string, value: unknown): string {
  return isDate(value) ? value : refuse(INDEX_ERRORS.BAD_FILTER, `\`${name}\` is not a date \`YYYY-MM-DD\``);
}

function textsOf(name: string, value: unknown): string[] {
  if (!Array.isArray(value) || value.length > MOST_VALUES)
    return refuse(INDEX_ERRORS.BAD_FILTER, `\`${name}\` has more than ${MOST_VALUES} values`);
  const texts: readonly unknown[] = value;
  return texts.map((text) =>
    isText(text, MOST_CHARACTERS)
      ? text
      : refuse(INDEX_ERRORS.BAD_FILTER, `\`${name}\` has a text that is too long or broken`),
  );
}
