import { blind, blindNameKey } from '../../matching/blind.ts';
import { MOST_SELECTORS, contributedBy, leftOutOf } from '../../matching/contribute.ts';
import type { GroupHolding, OrganizationHolding, PersonHolding, RecordHolding } from '../../matching/holding.ts';
import { organizationKeys } from '../../matching/organization/keys.ts';
import { personKeys } from '../../matching/person/keys.ts';
import { statedBy } from '../../matching/sources.ts';
import { SELECTOR_SOURCES, type SelectorKind } from '../../schema/selectors.ts';

const KEY = new Uint8Array(32).fill(7);
const keys = { current: 4, epochs: new Map([[3, new Uint8Array(32)], [4, KEY]]) }; // prettier-ignore
const name = (original: string, romanized = original) => ({ original, script: 'Latn', romanized });

const person: PersonHolding & { readonly minor: boolean } = {
  type: 'Person',
  id: 'a-person',
  surname: name('Роу', 'Rou'),
  firstNames: name('Джейн', 'Dzhein'),
  formerNames: [name('Doe')],
  otherNames: [name('Sister Agnes')],
  aliases: [name('The Heron')],
  alternativeSpellings: ['Jane Row'],
  dateOfBirth: '1971-03-09',
  passports: [{ number: 'QZ1234567', country: 'US' }],
  otherIdentityDocuments: [{ number: 'Q12345678', country: 'RU' }],
  phones: ['+1 202 555 0143'],
  emails: ['Jane@Example.org'],
  minor: false,
};
const group: GroupHolding = {
  type: 'Group',
  id: 'a-group',
  names: ['Los Faroles'],
  accounts: [{ number: '0000-12345678', country: 'US' }],
};
const organization: OrganizationHolding = {
  type: 'Organization',
  id: 'an-organization',
  names: ['Copper Lantern Ltd'],
  registrations: [{ number: '123456', country: 'GB' }],
  accounts: [{ number: 'DE89 3704 0044 0532 0130 00', country: 'DE' }],
};
const record: RecordHolding = {
  type: 'Record',
  identifiers: [
    { kind: 'PLATE', value: 'А123ВС 77', country: 'RU' },
    { kind: 'PHONE', value: '+44 20 7946 0123', country: null },
    { kind: 'VIN', value: 'no number', country: null },
  ],
  intercept: { line: '+1 202 555 0199' },
  financial: {
    accounts: [{ number: '0000-99999999', country: null }],
    transactions: [{ fromAccount: 'DE89370400440532013000', toAccount: null }],
  },
};

const told = contributedBy(record, [person, group, organization], keys);

/** Whether the index is told of a selector at a source. */
function isTold(source: number, kind: SelectorKind, form: string, subject?: number): boolean {
  const entry = { source, ...(subject !== undefined && { subject }), blind: blind(kind, form, KEY) };
  return told.selectors.some((one) => JSON.stringify(one) === JSON.stringify(entry));
}

describe('what the index is told of a record', () => {
  it('is its subjects by their labels, the epoch, and nothing in clear', () => {
    expect(told.subjects).toEqual([
      { id: 'a-person', type: 'PERSON', labels: { minor: false } },
      { id: 'a-group', type: 'GROUP', labels: {} },
      { id: 'an-organization', type: 'ORGANIZATION', labels: {} },
    ]);
    expect(told.epoch).toBe(4);
    expect(JSON.stringify(told)).not.toMatch(/555|Rou|Роу|QZ12|DE89|Lantern|1971/);
    for (const { blind: code } of told.selectors) expect(code).toMatch(/^[\w-]{22}$/);
  });

  it.each<[number, SelectorKind, string, number | undefined]>([
    [1, 'PHONE', '+12025550143', 0],
    [2, 'EMAIL', 'jane@example.org', 0],
    [3, 'PASSPORT', 'US:QZ1234567', 0],
    [3, 'PASSPORT', '*:QZ1234567', 0],
    [4, 'IDENTITY_DOCUMENT', 'RU:Q12345678', 0],
    [11, 'ACCOUNT', 'US:000012345678', 1],
    [13, 'ORGANIZATION_REGISTRATION', 'GB:00123456', 2],
    [14, 'IBAN', 'DE89370400440532013000', 2],
    [14, 'ACCOUNT', 'DE89370400440532013000', 2],
    [14, 'ACCOUNT', 'DE:0532013000', 2],
    [15, 'PHONE', '+12025550199', undefined],
    [16, 'ACCOUNT', '*:000099999999', undefined],
    [17, 'IBAN', 'DE89370400440532013000', undefined],
    [18, 'PLATE', 'RU:A123BC77', undefined],
    [18, 'PHONE', '+442079460123', undefined],
  ])('has at source %s the %s `%s`', (source, kind, form, subject) => {
    expect(isTold(source, kind, form, subject)).toBe(true);
    expect(isTold(source, kind, form, 3)).toBe(false);
  });

  it('has the keys of names by where they stand, in their own script and romanised', () => {
    const dateOfBirth = '1971-03-09';
    const expected = [
      [5, { surname: 'Роу', firstNames: 'Джейн', dateOfBirth }],
      [5, { surname: 'Rou', firstNames: 'Dzhein', dateOfBirth }],
      [6, { surname: 'The Heron', dateOfBirth }],
      [7, { surname: 'Doe', firstNames: 'Dzhein', dateOfBirth }],
      [8, { surname: 'Sister Agnes', dateOfBirth }],
      [9, { surname: 'Jane Row', dateOfBirth }],
    ] as const;
    for (const [source, names] of expected)
      for (const key of personKeys(names))
        expect(told.selectors).toContainEqual({ source, subject: 0, blind: blindNameKey('NAME_AND_BIRTH', key, KEY) });
    for (const key of organizationKeys('Los Faroles'))
      expect(told.selectors).toContainEqual({ source: 10, subject: 1, blind: blindNameKey('GROUP_NAME', key, KEY) });
    for (const key of organizationKeys('Copper Lantern Ltd'))
      expect(told.selectors).toContainEqual({
        source: 12,
        subject: 2,
        blind: blindNameKey('ORGANIZATION_NAME', key, KEY),
      });
  });

  it('leaves out what has no normal form, and says nothing twice', () => {
    const vins = told.selectors.filter(({ source }) => source === 18);
    expect(vins).toHaveLength(3);
    expect(new Set(told.selectors.map((one) => JSON.stringify(one))).size).toBe(told.selectors.length);
  });

  it('is nothing where nothing is known', () => {
    const unknown = {
      type: 'Person',
      id: 'nobody',
      surname: null,
      phones: null,
      passports: [{ number: null }],
    } as const;
    expect(contributedBy({ type: 'Case' }, [unknown], keys).selectors).toEqual([]);
    expect(contributedBy({ type: 'Record', intercept: null, financial: null }, [], keys)).toEqual({
      subjects: [],
      selectors: [],
      epoch: 4,
    });
  });

  it('leaves names out first where there are too many', () => {
    const crowd = Array.from({ length: 500 }, (_, at) => ({
      ...person,
      aliases: Array.from({ length: 5 }, (__, alias) => name(`Heron ${at} ${alias}`)),
      phones: [`+1202555${String(1000 + at)}`],
      emails: [],
      passports: [],
      otherIdentityDocuments: [],
    }));
    const { selectors } = contributedBy({ type: 'Case' }, crowd, keys);
    expect(selectors).toHaveLength(MOST_SELECTORS);
    expect(selectors.filter(({ source }) => source === 1)).toHaveLength(500);
    expect(selectors.some(({ source }) => source === 6)).toBe(false);
  });

  it('is as much of everybody, whoever has most: nobody is left out because another has many', () => {
    const crowded = (id: string, length: number): PersonHolding => ({
      ...person,
      id,
      phones: Array.from({ length }, (_, at) => `+1202${String(5_550_000 + at)}`),
    });
    const modest = { ...person, id: 'modest', phones: ['+1 202 555 0143', '+1 202 555 0144'] };
    for (const all of [
      [crowded('first', 5_000), modest],
      [modest, crowded('last', 5_000)],
    ]) {
      const { subjects, selectors } = contributedBy(record, all, keys);
      const of = (id: string, source: number) =>
        selectors.filter((one) => one.source === source && subjects[one.subject ?? -1]?.id === id).length;
      expect([of('modest', 1), of('modest', 3), selectors.length]).toEqual([2, 2, MOST_SELECTORS]);
      expect(selectors.filter(({ subject }) => subject === undefined).length).toBeGreaterThan(5);
      expect(leftOutOf(record, all)).toBeGreaterThan(4_000);
    }
    const twins = [crowded('one', 700), crowded('other', 700)];
    const { selectors } = contributedBy({ type: 'Case' }, twins, keys);
    const of = (subject: number) => selectors.filter((one) => one.subject === subject).length;
    expect(of(0)).toBe(of(1));
    expect(selectors.filter(({ source }) => source === 3)).toHaveLength(4);
    expect(leftOutOf(record, [person])).toBe(0);
  });

  it('is a crowd of more than the index takes without those to whom nothing leads', () => {
    const crowd = Array.from({ length: 1200 }, (_, at) => ({
      type: 'Person' as const,
      id: `person-${at}`,
      phones: at % 3 === 0 ? [`+1202555${String(1000 + at)}`] : [],
    }));
    const { subjects, selectors } = contributedBy(record, crowd, keys);
    expect(subjects.map(({ id }) => id)).toEqual(crowd.filter(({ phones }) => phones.length > 0).map(({ id }) => id));
    const ofPersons = selectors.filter(({ source }) => source === 1);
    expect(ofPersons.map(({ subject, blind: code }) => [subjects[subject!]!.id, code])).toEqual(
      crowd.flatMap(({ id, phones }) => phones.map((phone) => [id, blind('PHONE', phone, KEY)])),
    );
    expect(selectors.filter(({ subject }) => subject === undefined)).not.toHaveLength(0);
  });

  it('reads every place in the contract where selectors stand', () => {
    const read = [record, person, group, organization].flatMap((holding) =>
      statedBy(holding).map(({ source }) => source.number),
    );
    expect(read.toSorted((a, b) => a - b)).toEqual(SELECTOR_SOURCES.map(({ number }) => number));
  });
});
