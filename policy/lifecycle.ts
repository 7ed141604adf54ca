import type { Agreement } from './agreement.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Whether the agreement's dates (whole days, UTC) include the instant. */
export function inForce(agreement: Agreement, at: Date): boolean {
  const { start, end } = span(agreement);
  return start <= at.getTime() && at.getTime() < end;
}

/** The next instant after `at` at which an agreement enters into force or lapses. Infinity: none will. */
export function nextChange(agreements: readonly Agreement[], at: Date): number {
  const instants = agreements.map(span).flatMap(({ start, end }) => [start, end]);
  return Math.min(Infinity, ...instants.filter((instant) => instant > at.getTime()));
}

function span(agreement: Agreement): { start: number; end: number } {
  return {
    start: Date.parse(`${agreement.effective}T00:00:00Z`),
    end: agreement.until ? Date.parse(`${agreement.until}T00:00:00Z`) + DAY_MILLISECONDS : Infinity,
  };
}
