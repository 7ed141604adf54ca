import type { Test } from '../../../policy/condition/condition.ts';
import { FALSE, TRUE, UNKNOWN, and, raw, sql, type Sql } from './fragments.ts';
import type { LabelColumn } from './label-column.ts';
import { isUuid } from './uuid.ts';

/**
 * A test of a label's column. The value is NULL both where it is not known and where it is known that there is none.
 * @param isAbsent tells the two apart: it is true where it is known that there is none
 */
export function testSql(column: LabelColumn, isAbsent: Sql, test: Test): Sql {
  if (column.kind === 'id') return valueSql(column, test);
  const absent = test.op === 'none' ? TRUE : FALSE;
  return sql`CASE WHEN ${isAbsent} THEN ${absent} ELSE ${valueSql(column, test)} END`;
}

/** The test of a value; NULL when there is none to test, or one of another type than the test expects. */
function valueSql(column: LabelColumn, test: Test): Sql {
  const value = raw(column.column);
  switch (test.op) {
    case 'none':
      return column.kind === 'list' ? sql`cardinality(${value}) = 0` : always(false, value);
    case 'equals':
      return equalsSql(column, test.value);
    case 'anyOf':
      return column.kind === 'list' ? sql`${value} && ${[...test.values]}::text[]` : oneOfSql(column, test.values);
    case 'allOf':
      return column.kind === 'list' ? sql`${value} @> ${[...test.values]}::text[]` : eachOfSql(column, test.values);
    case 'range':
      return rangeSql(column, test.from, test.until);
  }
}

/** True or false wherever there is a value. */
function always(truth: boolean, value: Sql): Sql {
  return truth ? sql`${value} IS NOT NULL OR ${UNKNOWN}` : sql`${value} IS NULL AND ${UNKNOWN}`;
}

function equalsSql(column: LabelColumn, expected: string | number | boolean): Sql {
  if (typeof expected === 'boolean' && column.kind === 'boolean') return sql`${raw(column.column)} = ${expected}`;
  if (typeof expected !== 'string') return UNKNOWN;
  if (column.kind === 'id') return isOneOfSql(column, [expected]);
  const value = textSql(column);
  return value ? sql`${value} = ${expected}` : UNKNOWN;
}

/** Of an empty list PostgreSQL says false even where there is no value to compare. */
function oneOfSql(column: LabelColumn, wanted: readonly string[]): Sql {
  if (column.kind === 'id') return isOneOfSql(column, wanted);
  const value = textSql(column);
  if (!value) return UNKNOWN;
  return wanted.length > 0 ? sql`${value} = ANY(${[...wanted]}::text[])` : always(false, value);
}

/** Ids compare as what they are, so that the index on them serves. No other text than an id's canonical one is equal to it. */
function isOneOfSql({ column }: LabelColumn, wanted: readonly string[]): Sql {
  const ids = wanted.filter((text) => isUuid(text) && text === text.toLowerCase());
  return sql`${raw(column)} = ANY(${ids}::uuid[])`;
}

function eachOfSql(column: LabelColumn, wanted: readonly string[]): Sql {
  const value = textSql(column);
  if (!value) return UNKNOWN;
  return wanted.length > 0 ? sql`${value} = ALL(${[...wanted]}::text[])` : always(true, value);
}

type Bound = string | number | undefined;

function rangeSql(column: LabelColumn, from: Bound, until: Bound): Sql {
  const value = textSql(column);
  if (!value || typeof from === 'number' || typeof until === 'number') return UNKNOWN;
  const bounds = [from, until].filter((bound) => bound !== undefined);
  if (column.kind === 'date' && bounds.some((bound) => bound.length !== DATE_LENGTH)) return UNKNOWN;
  const parts = [
    ...(from === undefined ? [] : [sql`${value} COLLATE "C" >= ${from}`]),
    ...(until === undefined ? [] : [sql`${value} COLLATE "C" <= ${until}`]),
  ];
  if (parts.length === 0) return always(true, value);
  return column.kind === 'date' ? and(parts) : sql`CASE WHEN ${comparable(value, bounds)} THEN ${and(parts)} END`;
}

const DATE_LENGTH = '2010-03-26'.length;

/**
 * Texts compare when they are equally long. Only ASCII sorts alike in PostgreSQL and in JavaScript; whether another
 * text lies in a range is unknown, which never discloses anything.
 */
function comparable(value: Sql, bounds: readonly string[]): Sql {
  const lengths = bounds.map((bound) => sql`char_length(${value}) = ${bound.length}::int`);
  return and([sql`octet_length(${value}) = char_length(${value})`, ...lengths]);
}

/** The label as one text; undefined: it is none. */
export function textSql({ column, kind }: LabelColumn): Sql | undefined {
  if (kind === 'text') return raw(column);
  if (kind === 'id') return raw(`${column}::text`);
  return kind === 'date' ? sql`to_char(${raw(column)}, 'YYYY-MM-DD')` : undefined;
}
