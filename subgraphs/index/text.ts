const UNWRITABLE = /[\0\p{Cs}]/u;
const DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** A text that PostgreSQL can hold, of no more than so many characters. */
export function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most && !UNWRITABLE.test(value);
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !DATE.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

export { isUuid } from '../kit/sql/uuid.ts';
