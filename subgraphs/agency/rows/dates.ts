/** A `YYYY-MM-DD` date for a DATE column. */
export function toDate(date: string | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}

/** The `YYYY-MM-DD` date of a DATE column. */
export function fromDate(column: Date | null): string | null {
  return column && column.toISOString().slice(0, 10);
}
