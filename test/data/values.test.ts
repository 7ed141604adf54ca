import { contract } from '../../schema/contract.ts';
import { purposes } from '../../schema/purposes.ts';
import { AS_OF } from '../../subgraphs/agency/data/calendar.ts';
import { profiledAgencies } from '../../subgraphs/agency/data/agencies.ts';
import { generate } from '../../subgraphs/agency/data/generate.ts';
import { romanize } from '../../subgraphs/agency/data/romanize.ts';
import type { Stored } from '../../subgraphs/agency/rows/stored.ts';

const held: Stored[] = [];
/** Every string in the data, under the name of the field that it is in or in a list of. */
const strings = new Map<string, Set<string>>();

beforeAll(async () => {
  for (const agency of profiledAgencies()) {
    for await (const entity of generate({ agency, seed: 'demo', records: 100 })) held.push(entity);
  }
  held.forEach((entity) => note('', entity));
});

it('has the fields of the contract, and no others', () => {
  const links = new Map(
    Object.entries({
      subjectIds: 'subjects',
      caseId: 'case',
      contactId: 'contact',
      memberIds: 'members',
      directorIds: 'directors',
    }),
  );
  for (const entity of held) {
    const fields = [...(contract.types.get(entity.type)?.fields.keys() ?? [])];
    const named = Object.keys(entity).filter((field) => field !== 'type' && field !== 'own');
    const derived = entity.type === 'Case' ? ['labels', 'records'] : ['labels'];
    expect([...named.map((field) => links.get(field) ?? field), ...derived].sort()).toEqual(fields.sort());
  }
});

it('has dates that exist, and none later than the day that the data is of', () => {
  const dates = [
    'occurredOn',
    'recordedOn',
    'openedOn',
    'closedOn',
    'seizedOn',
    'decidedOn',
    'executedOn',
    'from',
    'until',
  ];
  for (const date of dates.flatMap(valuesOf)) {
    expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    expect(date <= AS_OF).toBe(true);
  }
  for (const instant of valuesOf('startedAt'))
    expect(new Date(instant).toISOString()).toBe(instant.replace('Z', '.000Z'));
  for (const birth of valuesOf('dateOfBirth'))
    expect(birth).toMatch(/^\d{4}(-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/);
});

it('closes no case before it opens, and records nothing before it happens', () => {
  for (const entity of held) {
    if (entity.type === 'Case' && entity.closedOn) expect(entity.closedOn > String(entity.openedOn)).toBe(true);
    if (entity.type === 'Record') expect(String(entity.recordedOn) >= String(entity.occurredOn)).toBe(true);
  }
});

it('has telephone numbers of ranges that are reserved for fiction, and no others', () => {
  const reserved = [
    /^\+1[2-9]\d\d55501\d\d$/,
    /^\+44(207946|113496|121496|141496|161496)0\d{3}$/,
    /^\+44(7700900|1632960)\d{3}$/,
    /^\+33(19900|26191|35301|46571|53649|63998)\d{4}$/,
    /^\+49(3023125|6990009|4066969|2214710|8999998)\d{3}$/,
    /^\+61(25550|[2378]7010)\d{4}$/,
  ];
  const numbers = ['phone', 'phones', 'line'].flatMap(valuesOf);
  expect(numbers.length).toBeGreaterThan(1000);
  expect(numbers.filter((number) => !reserved.some((range) => range.test(number)))).toEqual([]);
  const inTexts = [...(strings.get('narrative') ?? [])].join(' ').match(/\+\d[\d ]{8,}\d/g) ?? [];
  expect(inTexts.filter((number) => !reserved.some((range) => range.test(number.replaceAll(' ', ''))))).toEqual([]);
});

it('has e-mail addresses under .example only', () => {
  expect(
    ['email', 'emails'].flatMap(valuesOf).filter((address) => !/^[a-z0-9.]+@[a-z-]+\.example$/.test(address)),
  ).toEqual([]);
});

it('has IBANs whose check digits are right, of banks that do not exist', () => {
  const ibans = ['number', 'fromAccount', 'toAccount']
    .flatMap(valuesOf)
    .filter((number) => /^[A-Z]{2}\d\d[A-Z0-9]{10,}$/.test(number));
  expect(ibans.length).toBeGreaterThan(100);
  for (const iban of ibans) {
    const digits = [...`${iban.slice(4)}${iban.slice(0, 4)}`].map((character) => parseInt(character, 36)).join('');
    expect([iban, BigInt(digits) % 97n]).toEqual([iban, 1n]);
    expect(iban).toMatch(
      /^(CY..99999999.{16}|LV..ZZZZ.{13}|CH..99999.{12}|DE..99999999.{10}|GB..ZZZZ999999.{8}|AE..999.{16})$/,
    );
  }
});

it("has vehicles, devices and addresses of ranges that are nobody's, which selectors can be made of", () => {
  const identifiers = held.flatMap((entity) => (entity.type === 'Record' ? entity.identifiers : []));
  const reserved = {
    PHONE: /^\+/,
    EMAIL: /\.example$/,
    IP_ADDRESS: /^(192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:db8::)/,
    PLATE: /^QZQ-\d{4}$/,
    VIN: /^A0Z/,
    IMEI: /^001017/,
    CRYPTO_ADDRESS: /^tb1q/,
  };
  for (const [kind, range] of Object.entries(reserved)) {
    const values = identifiers.filter((identifier) => identifier.kind === kind).map(({ value }) => value);
    expect([kind, values.length]).not.toEqual([kind, 0]);
    expect(values.filter((value) => !range.test(value))).toEqual([]);
  }
});

it('has the same vehicles, devices and addresses in the files of several agencies', () => {
  const holders = new Map<string, Set<string>>();
  for (const entity of held) {
    if (entity.type !== 'Record') continue;
    for (const { value } of entity.identifiers) {
      holders.set(value, new Set([...(holders.get(value) ?? []), entity.originator]));
    }
  }
  expect([...holders.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(50);
});

it('adds sums up', () => {
  for (const entity of held) {
    if (entity.type !== 'Record' || !entity.financial) continue;
    const cents = entity.financial.transactions.map(({ amount }) => Number(amount.amount.replace('.', '')));
    expect(cents.reduce((sum, each) => sum + each, 0)).toBe(
      Number(entity.financial.totalAmount.amount.replace('.', '')),
    );
  }
});

it('says of nobody that they are a minor, or are not, against their date of birth', () => {
  for (const entity of held) {
    if (entity.type !== 'Person' || entity.dateOfBirth?.length !== 10) continue;
    const [year, month, day] = entity.dateOfBirth.split('-');
    expect(entity.minor).toBe(`${Number(year) + 18}-${month}-${day}` > AS_OF);
  }
});

it('has crime areas of the taxonomy, agencies among the parties, and identifiers that are UUIDs', () => {
  expect(['crimeAreas', 'areas'].flatMap(valuesOf).filter((area) => !purposes.areas.has(area))).toEqual([]);
  const codes = new Set(profiledAgencies());
  expect(
    ['originator', 'participatingAgencies', 'releasableTo', 'notReleasableTo']
      .flatMap(valuesOf)
      .filter((code) => !codes.has(code)),
  ).toEqual([]);
  const ids = ['id', 'subjectIds', 'memberIds', 'directorIds'].flatMap(valuesOf);
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  );
});

it('leaves no gap in a text', () => {
  expect(
    [...strings.values()].flatMap((values) => [...values]).filter((text) => /[{}]|undefined|null/.test(text)),
  ).toEqual([]);
});

it.each([
  ['Щербакова', 'Shcherbakova'],
  ['Юлия', 'Iuliia'],
  ['Объедков', 'Obieedkov'],
  ['Жанна Ежова', 'Zhanna Ezhova'],
  ['Núñez', 'Nunez'],
  ['Müller-Weiß', 'Mueller-Weiss'],
  ["D'Angelis", "D'Angelis"],
])('romanises %s as ICAO 9303 does', (original, romanized) => {
  expect(romanize(original)).toBe(romanized);
});

function note(name: string, value: unknown): void {
  if (typeof value === 'string') strings.set(name, (strings.get(name) ?? new Set()).add(value));
  else if (Array.isArray(value)) value.forEach((each) => note(name, each));
  else if (value && typeof value === 'object') Object.entries(value).forEach(([key, each]) => note(key, each));
}

function valuesOf(name: string): readonly string[] {
  return [...(strings.get(name) ?? [])];
}

it('romanises every name: no letter of another script is left', async () => {
  for (const agency of ['FBI', 'ICRF']) {
    for await (const entity of generate({ agency, seed: 'names', records: 150 })) {
      if (entity.type !== 'Person') continue;
      for (const name of [entity.surname, entity.firstNames, ...entity.aliases]) {
        expect(name?.romanized ?? '').toMatch(/^[\p{Script=Latin}\p{P}\p{Zs}]*$/u);
      }
    }
  }
});
