import { normalise } from '../../matching/normalise/normalise.ts';
import { sought } from '../../matching/normalise/sought.ts';
import type { SelectorKind } from '../../schema/selectors.ts';

/*
 * Numbers are those that standards give as examples, or from ranges that are kept for fiction and documentation.
 */

/** A kind, its normal form, and how people write it. */
const WRITTEN: readonly (readonly [SelectorKind, string, readonly string[]])[] = [
  [
    'PHONE',
    '+12025550143',
    ['+1 202 555 0143', '+1 (202) 555-0143', 'tel:+1-202-555-0143;ext=12', '＋１ 202 555 0143', '011 1 202 555 0143'],
  ],
  [
    'PHONE',
    '+442079460123',
    ['+44 20 7946 0123', '+44 (0)20 7946 0123', '0044 20 7946 0123', '+44.20.7946.0123 ext. 5'],
  ],
  ['EMAIL', 'info@example.org', ['Info@Example.ORG', 'mailto:info@example.org', ' info@example.org ']],
  ['EMAIL', 'info@xn--bcher-kva.example', ['info@bücher.example', 'INFO@BÜCHER.example']],
  ['EMAIL', 'jdoe@gmail.com', ['j.doe@gmail.com', 'JDoe+cars@googlemail.com']],
  ['EMAIL', 'j.doe+cars@example.org', ['J.Doe+Cars@example.org']],
  ['IP_ADDRESS', '203.0.113.7', ['203.0.113.7', '::ffff:203.0.113.7', '::FFFF:CB00:7107', '[::ffff:203.0.113.7]']],
  [
    'IP_ADDRESS',
    '2001:db8::7',
    ['2001:0db8:0000:0000:0000:0000:0000:0007', '2001:DB8::0:7', '[2001:db8::7]', '2001:db8::7%eth0'],
  ],
  [
    'IBAN',
    'DE89370400440532013000',
    [
      'DE89 3704 0044 0532 0130 00',
      'de89-3704-0044-0532-0130-00',
      'IBAN: DE89370400440532013000',
      'DE:370400440532013000',
    ],
  ],
  ['IBAN', 'GB29NWBK60161331926819', ['GB29 NWBK 6016 1331 9268 19']],
  [
    'VIN',
    '1M8GDM9AXKP042788',
    ['1m8gdm9axkp042788', 'IM8GDM9AXKPO42788', '1M8 GDM9AX KP042788', '1М8GDМ9АХКР042788', '1M8GDM9AXKPQ42788'],
  ],
  ['VIN', 'WVWZZZ1JZ3W386752', ['WVW ZZZ 1JZ 3W 386752', 'WVWZZZIJZ3W386752']],
  [
    'IMEI',
    '49015420323751',
    ['49-015420-323751-8', 'IMEI: 490154203237518', '49015420323751', '490154203237510', '4901542032375104'],
  ],
  [
    'CRYPTO_ADDRESS',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4?amount=0.1'],
  ],
  [
    'CRYPTO_ADDRESS',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
  ],
  [
    'CRYPTO_ADDRESS',
    '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
    [
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      '0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED',
      'ethereum:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
    ],
  ],
  [
    'CRYPTO_ADDRESS',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ],
];

/** A kind, a country, the number in its normal form, and how people write it. */
const ISSUED: readonly (readonly [SelectorKind, string, string, readonly string[]])[] = [
  [
    'PASSPORT',
    'US',
    'QZ1234567',
    ['QZ1234567', 'qz 123 45 67', 'QZ1234567<<', 'No. QZ-1234567', 'US:QZ1234567', 'us: QZ1234567'],
  ],
  ['IDENTITY_DOCUMENT', 'RU', 'AB1234567', ['АВ 1234567', 'ab-12 34567', '№ АВ-1234567']],
  ['IDENTITY_DOCUMENT', 'IR', 'Q12345678', ['Q۱۲۳۴۵۶۷۸', 'Q١٢٣٤٥٦٧٨']],
  ['ORGANIZATION_REGISTRATION', 'GB', '00123456', ['00123456', '123456', 'GB:123456', 'UK:123456']],
  ['ORGANIZATION_REGISTRATION', 'DE', 'HRB99999', ['HRB 99999', 'hrb-99999']],
  ['PLATE', 'RU', 'A123BC77', ['А123ВС77', 'a 123 bc 77', 'А123ВС 77 RUS', 'A·123·BC·77']],
  ['PLATE', 'RU', 'O100OO77', ['О100ОО77', '0100OO77', 'O1OO0077']],
  ['PLATE', 'DE', 'MUX123', ['MÜ-X 123', 'mu x 123']],
  ['PLATE', 'GR', 'IKA1234', ['ΙΚΑ-1234', 'IKA 1234']],
  ['ACCOUNT', 'US', '000012345678', ['0000-1234-5678', '0000 12345678']],
];

describe('a selector', () => {
  it.each(WRITTEN)('%s: `%s`, however it is written', (kind, form, texts) => {
    for (const text of texts) expect([text, sought(kind, text)]).toEqual([text, { is: 'normal', forms: [form] }]);
    for (const text of texts) expect(normalise(kind, text)).toEqual({ is: 'normal', forms: [form] });
  });

  it.each(ISSUED)('%s of %s: `%s`, however it is written', (kind, country, number, texts) => {
    for (const text of texts) {
      const held = { is: 'normal', forms: [`${country}:${number}`, `*:${number}`] };
      expect([text, normalise(kind, text, { country })]).toEqual([text, held]);
    }
  });

  it('is found by its number alone, and by its number and its country, whether or not the holder knows that', () => {
    const isFound = (held: string, by: string) => {
      const forms = normalise('PASSPORT', held);
      const looked = sought('PASSPORT', by);
      return forms.is === 'normal' && looked.is === 'normal' && looked.forms.some((form) => forms.forms.includes(form));
    };
    expect(isFound('US:QZ1234567', 'QZ1234567')).toBe(true);
    expect(isFound('US:QZ1234567', 'US:QZ1234567')).toBe(true);
    expect(isFound('US:QZ1234567', 'MX:QZ1234567')).toBe(false);
    expect(isFound('QZ1234567', 'US:QZ1234567')).toBe(true);
    expect(isFound('QZ1234567', 'QZ1234567')).toBe(true);
    expect(isFound('QZ1234567', 'QZ1234568')).toBe(false);
  });

  it('takes a telephone number as it is dialled at home, where the country is known', () => {
    expect(normalise('PHONE', '(202) 555-0143', { country: 'US' })).toEqual({ is: 'normal', forms: ['+12025550143'] });
    expect(normalise('PHONE', '020 7946 0123', { country: 'gb' })).toEqual({ is: 'normal', forms: ['+442079460123'] });
    expect(sought('PHONE', '020 7946 0123').is).toBe('unreadable');
  });

  it('that is an IBAN is found as such when it is held as an account, and by the number that it was made of', () => {
    const forms = (text: string, country?: string) => {
      const held = normalise('ACCOUNT', text, country === undefined ? {} : { country });
      return held.is === 'normal' ? held.forms : [];
    };
    const iban = forms('DE89 3704 0044 0532 0130 00');
    expect(sought('ACCOUNT', 'DE89370400440532013000')).toEqual({ is: 'normal', forms: [iban[0]] });
    expect(iban).toEqual(expect.arrayContaining(['DE:0532013000', '*:532013000', 'DE:370400440532013000']));
    expect(forms('370400440532013000', 'DE')).toEqual(iban);
    expect(normalise('IBAN', '370400440532013000', { country: 'DE' })).toEqual(normalise('IBAN', iban[0]!));
  });

  it('that is an IBAN is one by ISO 13616, whatever a country checks within its own part', () => {
    expect(sought('IBAN', 'ES4999990000000000000001').is).toBe('normal');
  });
});

/** What is no selector of its kind: of each a digit is wrong, or it is something else. */
const REFUSED: readonly (readonly [SelectorKind, readonly string[]])[] = [
  ['PHONE', ['2025550143', '+1 303 555', '+999 303 555 0143', 'call me', '', '+1 303 555 0143 or 0144']],
  [
    'EMAIL',
    [
      'info',
      'info@localhost',
      'info@@example.org',
      'a b@example.org',
      'info@[192.0.2.1]',
      'Info <info@example.org>',
      '',
    ],
  ],
  [
    'IP_ADDRESS',
    [
      '198.51.100.256',
      '198.51.100',
      '198.51.100.07',
      '3325256711',
      '198.51.100.7:443',
      '198.51.100.0/24',
      '2001:db8::9::1',
      '',
    ],
  ],
  [
    'IP_ADDRESS',
    ['192.168.1.1', '10.0.0.1', '127.0.0.1', '100.64.0.1', '::1', 'fe80::1', 'fd00::1', '224.0.0.1', '0.0.0.0', '::'],
  ],
  ['IBAN', ['DE88370400440532013000', 'DE8937040044053201300', '370400440532013000', 'ZZ89370400440532013000', '']],
  ['ACCOUNT', ['000', '00000000', 'ABCDEF', 'XX:12345678', '12345678!', '']],
  ['PLATE', ['A', 'AAAA', '', 'A123BC77A123BC77', 'XX:A123', 'A~123']],
  ['VIN', ['1M8GDM9A1KP042788', '1M8GDM9AXKP04278', 'WVWZZZ1JZ3W38675~', '']],
  ['PASSPORT', ['123', '000000000', 'UNKNOWN', 'ZZ:QZ1234567', 'QZ1234567;QZ1234568', '']],
  ['ORGANIZATION_REGISTRATION', ['12', '0000000', 'HRB', '']],
  ['IMEI', ['490154203237517', '4901542032375', '49015420323751045', '00000000000000', '']],
  [
    'CRYPTO_ADDRESS',
    [
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
      '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae',
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
      '',
    ],
  ],
];

describe('what is no selector of its kind', () => {
  it.each(REFUSED)('%s is refused, and its own words are not repeated', (kind, texts) => {
    for (const text of texts) {
      const read = sought(kind, text);
      expect([text, read.is]).toEqual([text, 'unreadable']);
      if (read.is === 'unreadable' && text.length > 3) expect(read.why).not.toContain(text);
    }
  });

  it('is refused when it is longer than any, and a name always', () => {
    expect(sought('PASSPORT', '1'.repeat(257))).toEqual({
      is: 'unreadable',
      why: expect.stringContaining('longer') as string,
    });
    expect(sought('NAME_AND_BIRTH', 'Jane Roe').is).toBe('unreadable');
  });
});
