import { birthOf, type Birth } from './birth.ts';

/**
 * What the agreement of two dates of birth tells, in bits: log2 of how much more often it is seen of one person than of two.
 * Lives of 70 years have some 25,000 dates (14.5 bits).
 */
const BITS = {
  sameDate: 14.5,
  sameMonth: 9.5,
  sameYear: 6,
  dayAndMonthSwapped: 9,
  /** One digit, or two neighbours exchanged. */
  oneSlip: 5,
  /** Two of year, month and day: as often of two persons, as of one whose third was misread. */
  twoParts: 0,
  otherDateInYear: -4,
  otherYear: -8,
} as const;

/** What two dates of birth tell of whether they are one person's. Nothing, if one is not known. */
export function dateEvidence(a: string | undefined, b: string | undefined): number {
  const [one, other] = [birthOf(a), birthOf(b)];
  return one && other ? BITS[agreement(one, other)] : 0;
}

function agreement(a: Birth, b: Birth): keyof typeof BITS {
  if (a.day !== undefined && b.day !== undefined) return agreementOfDays(a, b);
  if (a.year !== b.year) return 'otherYear';
  if (a.month === undefined || b.month === undefined) return 'sameYear';
  return a.month === b.month ? 'sameMonth' : 'otherDateInYear';
}

function agreementOfDays(a: Birth, b: Birth): keyof typeof BITS {
  const same = [a.year === b.year, a.month === b.month, a.day === b.day].filter(Boolean).length;
  if (same === 3) return 'sameDate';
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 'dayAndMonthSwapped';
  if (isOneSlip(`${a.year}${a.month}${a.day}`, `${b.year}${b.month}${b.day}`)) return 'oneSlip';
  if (same === 2) return 'twoParts';
  return a.year === b.year ? 'otherDateInYear' : 'otherYear';
}

/** Whether one digit differs, or two neighbours are exchanged. */
function isOneSlip(a: string, b: string): boolean {
  const differing = Array.from(a).flatMap((digit, position) => (digit === b[position] ? [] : [position]));
  const [first = 0, second = 0] = differing;
  if (differing.length !== 2) return differing.length === 1;
  return second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
