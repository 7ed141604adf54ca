import type { SelectorKind } from '../../schema/selectors.ts';
import { account } from './account.ts';
import { cryptoAddress } from './crypto-address.ts';
import { document } from './document.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { imei } from './imei.ts';
import { ipAddress } from './ip-address.ts';
import { unreadable, type Hint, type Read, type Reader } from './normalised.ts';
import { phone } from './phone.ts';
import { isTooLong } from './plain.ts';
import { plate } from './plate.ts';
import { registration } from './registration.ts';
import { vin } from './vin.ts';

/** Names are found by keys of their own: `matching/person`, `matching/organization`. */
const byName: Reader = () => unreadable('a name has no normal form');

const READERS: Readonly<Record<SelectorKind, Reader>> = {
  PHONE: phone,
  EMAIL: email,
  IP_ADDRESS: ipAddress,
  ACCOUNT: account,
  IBAN: iban,
  PLATE: plate,
  VIN: vin,
  PASSPORT: document,
  IDENTITY_DOCUMENT: document,
  ORGANIZATION_REGISTRATION: registration,
  IMEI: imei,
  CRYPTO_ADDRESS: cryptoAddress,
  NAME_AND_BIRTH: byName,
  GROUP_NAME: byName,
  ORGANIZATION_NAME: byName,
};

/** What a text says as a selector of a kind. */
export function read(kind: SelectorKind, text: string, hint: Hint): Read {
  return isTooLong(text) ? unreadable('it is longer than any selector of this kind') : READERS[kind](text, hint);
}
