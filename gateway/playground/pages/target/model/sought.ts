/** Names of fields of `POST /profile` (docs/profiles.md) that are one text. */
const NUMBERS = [
  'phone',
  'email',
  'passport',
  'identityDocument',
  'iban',
  'account',
  'plate',
  'vin',
  'imei',
  'ipAddress',
  'cryptoAddress',
  'organizationRegistration',
] as const;

/** By what somebody is sought. */
export const KINDS = ['person', ...NUMBERS, 'organization', 'group'] as const;
export type SoughtKind = (typeof KINDS)[number];

/** What a kind is called, and how one writes it. */
export const KIND_WORDS: Readonly<Record<SoughtKind, { readonly name: string; readonly example: string }>> = {
  person: { name: 'Person by name', example: '' },
  phone: { name: 'Telephone number', example: '+1 202 555 0143' },
  email: { name: 'E-mail address', example: 'name@mail.example' },
  passport: { name: 'Passport', example: 'US:123456789' },
  identityDocument: { name: 'Other identity document', example: 'US:123456789' },
  iban: { name: 'IBAN', example: 'GB33 BUKB 2020 1555 5555 55' },
  account: { name: 'Account without an IBAN', example: '021000021 1234567' },
  plate: { name: 'Registration plate', example: 'US:7ABC123' },
  vin: { name: 'Vehicle identification number', example: '1M8GDM9AXKP042788' },
  imei: { name: 'Device (IMEI)', example: '490154203237518' },
  ipAddress: { name: 'IP address', example: '203.0.113.7' },
  cryptoAddress: { name: 'Crypto-currency address', example: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa' },
  organizationRegistration: { name: 'Registration of an organization', example: 'US:7654321' },
  organization: { name: 'Organization by name', example: 'Blue Heron Logistics' },
  group: { name: 'Group by name', example: 'Harbour crew' },
};

/** What stands in the form, as it was typed. */
export interface Draft {
  readonly kind: SoughtKind;
  /** Of every kind but a person. */
  readonly text: string;
  readonly surname: string;
  readonly firstNames: string;
  readonly dateOfBirth: string;
}

export const EMPTY_DRAFT: Draft = { kind: 'phone', text: '', surname: '', firstNames: '', dateOfBirth: '' };

/** What `POST /profile` takes: exactly one field. */
export type Sought = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** What a draft asks for. Whether it can be searched by is the gateway's to say: there is one place that knows. */
export function soughtBy({ kind, text, surname, firstNames, dateOfBirth }: Draft): Sought {
  switch (kind) {
    case 'person':
      return { person: withoutEmpty({ surname, firstNames, dateOfBirth }) };
    case 'organization':
    case 'group':
      return { [kind]: withoutEmpty({ name: text }) };
    default:
      return { [kind]: text.trim() };
  }
}

function withoutEmpty(parts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parts)
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}
