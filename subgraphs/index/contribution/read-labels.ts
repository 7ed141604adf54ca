import type { ToldColumn } from '../columns.ts';
import { isDate, isText } from '../text.ts';
import type { Json } from '../../kit/json.ts';

const MOST_CHARACTERS = 500;
const MOST_ELEMENTS = 200;

/** What is wrong with the labels that are told of an object, in words. */
export function mistakesOfLabels(labels: Json, told: ReadonlyMap<string, ToldColumn>, type: string): readonly string[] {
  return Object.entries(labels).flatMap(([name, value]) => {
    const column = told.get(name);
    if (!column) return [`\`${name.slice(0, 80)}\` is no label that is told of a ${type}`];
    return value === null || fits(column, value) ? [] : [`\`${name}\` must be ${FORMS[column.kind]}, or null`];
  });
}

const FORMS = {
  text: 'a text of at most 500 characters',
  date: 'a date `YYYY-MM-DD`',
  boolean: 'true or false',
  list: 'a list of at most 200 texts',
} as const;

function fits({ kind }: ToldColumn, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return isText(value, MOST_CHARACTERS);
    case 'date':
      return isDate(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return (
        Array.isArray(value) && value.length <= MOST_ELEMENTS && value.every((item) => isText(item, MOST_CHARACTERS))
      );
  }
}
