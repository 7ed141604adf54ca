/** Kinds of selectors, by which targets are matched: what tells one person, thing or account from every other. */
export const SELECTOR_KINDS = [
  'PHONE',
  'EMAIL',
  'IP_ADDRESS',
  'ACCOUNT',
  'IBAN',
  'PLATE',
  'VIN',
  'PASSPORT',
  'IDENTITY_DOCUMENT',
  'ORGANIZATION_REGISTRATION',
  'IMEI',
  'CRYPTO_ADDRESS',
  'NAME_AND_BIRTH',
] as const;
