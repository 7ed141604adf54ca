import { date } from './calendar.ts';
import type { IdentityDocumentValue } from './entities.ts';
import type { Random } from './random.ts';

/** A passport. Numbers begin with `QZ`, which no issuer uses. */
export function passport(at: Random, country: string): IdentityDocumentValue {
  return { type: 'passport', number: `QZ${at.digits(7)}`, country, validUntil: validUntil(at) };
}

/** An identity document that is no passport. Numbers begin with `Q`. */
export function identityDocument(at: Random, country: string): IdentityDocumentValue {
  const type = at.pick(['national-id', 'driving-licence', 'residence-permit']);
  return { type, number: `Q${at.digits(8)}`, country, validUntil: validUntil(at) };
}

function validUntil(at: Random): string {
  return date(at.int(2012, 2033), at.int(1, 12), at.int(1, 28));
}
