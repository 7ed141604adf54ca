/** The day as of which the data is: nothing in it happened later. */
export const AS_OF = '2026-01-01';

/** The date so many days later, but not after `AS_OF`. */
export function later(date: string, days: number): string {
  const day = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  return day < AS_OF ? day : AS_OF;
}

/** A date from year, month and day of the month. */
export function date(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether somebody born on the (partial) date was under 18 on `AS_OF`. */
export function isMinor(dateOfBirth: string): boolean {
  return dateOfBirth > `${Number(AS_OF.slice(0, 4)) - 18}${AS_OF.slice(4)}`;
}
