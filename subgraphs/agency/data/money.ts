import type { MoneyValue } from './entities.ts';
import type { Random } from './random.ts';

/** A sum of whole cents in units of the currency: `12500.00`. */
export function money(cents: number, currency = 'USD'): MoneyValue {
  const digits = String(cents).padStart(3, '0');
  return { amount: `${digits.slice(0, -2)}.${digits.slice(-2)}`, currency };
}

/** A sum in cents between so many hundreds and so many tens of thousands of units: most are small. */
export function cents(at: Random, mostUnits: number): number {
  return Math.round(mostUnits * 100 * Math.max(0.01, at.next() ** 3));
}
