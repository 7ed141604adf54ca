import type { SelectorKind as Kind } from '../../schema/selectors.ts';
import { describedEnum } from './described.ts';

const KINDS: Readonly<Record<Kind, string>> = {
  PHONE: 'A telephone number.',
  EMAIL: 'An e-mail address.',
  IP_ADDRESS: 'An address of a network.',
  ACCOUNT: 'An account, with an IBAN or without.',
  IBAN: 'An account, by its IBAN.',
  PLATE: 'A registration plate of a vehicle.',
  VIN: 'The identification number of a vehicle.',
  PASSPORT: 'A passport.',
  IDENTITY_DOCUMENT: 'An identity document, not a passport.',
  ORGANIZATION_REGISTRATION: 'A registration of an organization.',
  IMEI: 'A mobile device.',
  CRYPTO_ADDRESS: 'A crypto-currency address.',
  NAME_AND_BIRTH: 'The name of a person, with the date of birth where it is known.',
  GROUP_NAME: 'A name of a group.',
  ORGANIZATION_NAME: 'A name of an organization.',
};

/** Kinds of selectors, as subgraphs name them. */
export const SelectorKind = describedEnum('SelectorKind', 'A kind of what tells one target from others.', KINDS);
