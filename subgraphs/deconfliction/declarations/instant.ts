const INSTANT = /^(?!0000)(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant that a text names; undefined: none. A day that its month does not have is none, and is not moved to the next
 * one; nor is an instant that lies in the years 1 to 9999 by its offset alone: it cannot be kept.
 */
export function instantIn(text: string): Date | undefined {
  const [, year, month, day] = INSTANT.exec(text) ?? [];
  const instant = new Date(text);
  if (year === undefined || Number.isNaN(instant.getTime())) return undefined;
  const isKept = instant.getUTCFullYear() >= 1 && instant.getUTCFullYear() <= 9999;
  return isKept && hasDay(Number(year), Number(month), Number(day)) ? instant : undefined;
}

function hasDay(year: number, month: number, day: number): boolean {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate();
}
