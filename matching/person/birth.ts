/** A date of birth as far as it is known: each part as it is written. */
export interface Birth {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

/** Reads `1971`, `1971-03` or `1971-03-09`. Parts that no calendar has are kept: they are somebody's slip. */
export function birthOf(text: string | undefined): Birth | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text?.trim() ?? '');
  return parts ? { year: parts[1]!, month: parts[2], day: parts[3] } : undefined;
}
