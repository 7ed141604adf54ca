import type { Random } from '../../../subgraphs/agency/data/random.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import {
  AGENCIES,
  AREAS,
  CODES,
  CONTACT_ROLES,
  COUNTRIES,
  DAYS,
  DISTRICTS,
  GROUP_KINDS,
  KINDS,
  OFFICES,
  ORGANIZATION_KINDS,
  OWN_FIELDS,
  PERSON_ROLES,
  PROGRAMS,
  STATUS,
} from '../words.ts';

export type EntityName = Stored['type'];

/** Where a value stands: whose it is, and what else that agency holds. */
export interface Place {
  readonly agency: string;
  readonly held: readonly Stored[];
}

/** Makes a value of one field. */
export type Value = (random: Random, place: Place) => unknown;

const from =
  (list: readonly unknown[]): Value =>
  (random) =>
    random.pick(list);
const some =
  (list: readonly unknown[], most = list.length): Value =>
  (random) =>
    random.sample(list, random.int(0, most));
const orNull =
  (value: Value, chance = 0.15): Value =>
  (random, place) =>
    random.chance(chance) ? null : value(random, place);
const list =
  (value: Value, most = 2): Value =>
  (random, place) =>
    Array.from({ length: random.int(0, most) }, () => value(random, place));
const shape =
  (fields: Readonly<Record<string, Value>>): Value =>
  (random, place) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value(random, place)]));

/** A text: one of three, or one of its own. */
const text =
  (word: string): Value =>
  (random) =>
    `${word} ${random.chance(0.5) ? random.int(1, 3) : random.digits(9)}`;
/** A text of which masking leaves the last four characters. */
const number: Value = (random) => `${random.digits(6)}-${random.pick(['0143', '0178', '0199'])}`;
const day = from(DAYS);

const links =
  (types: readonly EntityName[], most: number): Value =>
  (random, { held }) => {
    const ids = held.filter(({ type }) => types.includes(type)).map(({ id }) => id);
    return shuffled(random.sample(ids, random.int(0, most)), random);
  };
const link =
  (type: EntityName, chance: number): Value =>
  (random, { held }) => {
    const ids = held.filter((other) => other.type === type).map(({ id }) => id);
    return ids.length > 0 && random.chance(chance) ? random.pick(ids) : null;
  };

/** The same in another order. */
export function shuffled<T>(values: readonly T[], random: Random): readonly T[] {
  return values
    .map((value) => ({ value, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

const money = shape({ amount: (random) => `${random.int(1, 3)}00.00`, currency: from(['USD', 'RUB']) });
const account = shape({ institution: text('bank'), number, holder: text('holder'), country: from(COUNTRIES) });
const name = shape({ original: text('Имя'), script: from(['Cyrl', 'Latn']), romanized: text('NAME') });
const address = shape({
  street: text('street'),
  city: text('city'),
  region: orNull(text('region')),
  postalCode: orNull(number),
  country: from(COUNTRIES),
});
const document = shape({
  type: from(['passport', 'national-id']),
  number,
  country: from(COUNTRIES),
  validUntil: orNull(day),
});

/** Mostly no mark: with more of them nothing would be left to see. Sometimes it is not known whether there are any. */
const handling: Value = (random, place) => {
  if (random.chance(0.65)) return null;
  if (random.chance(0.1)) return undefined;
  return shape({
    releasableTo: (r) => (r.chance(0.3) ? r.sample(AGENCIES, 2) : []),
    notReleasableTo: (r) => (r.chance(0.2) ? r.sample(AGENCIES, 1) : []),
    originatorConsent: (r) => r.chance(0.15),
    notAsEvidence: (r) => r.chance(0.4),
    codes: some(CODES),
  })(random, place);
};
const obtainedFrom: Value = (random) => {
  if (random.chance(0.82)) return null;
  return random.chance(0.15)
    ? undefined
    : { party: random.pick([...AGENCIES, 'Interpol']), agreement: random.pick([null, 'mou-1']) };
};
const own =
  (type: EntityName): Value =>
  (random, { agency }) => {
    const [owner, field] = (OWN_FIELDS[agency] ?? '').split('.');
    return owner?.endsWith(type) && field ? { [field]: `own ${random.digits(6)}` } : {};
  };

/** How the values of an entity come about: those of a first world, and those that another world has in their place. */
export const VALUES: Readonly<Record<EntityName, Readonly<Record<string, Value>>>> = {
  LiaisonContact: {
    name: text('officer'),
    title: orNull(text('rank')),
    role: from(CONTACT_ROLES),
    office: orNull(from(OFFICES)),
    city: orNull(text('city')),
    hostCountry: orNull(from(COUNTRIES)),
    phone: orNull(number),
    email: orNull(text('mail')),
    languages: some(['en', 'ru', 'es']),
    timeZone: orNull(from(['Europe/Moscow', 'America/New_York'])),
    onCall: (random) => random.chance(0.6),
    areas: some(AREAS),
  },
  Person: {
    surname: orNull(name, 0.05),
    firstNames: orNull(name),
    formerNames: list(name),
    otherNames: list(name, 1),
    aliases: list(name),
    alternativeSpellings: list(text('spelt')),
    sex: orNull(from(['F', 'M', 'X'])),
    dateOfBirth: orNull(from(['1971', '1971-03', '1971-03-09', '1972-01-01', '1999-12-31'])),
    placeOfBirth: orNull(shape({ city: text('city'), region: orNull(text('region')), country: from(COUNTRIES) })),
    currentNationalities: some(COUNTRIES, 2),
    formerNationalities: some(COUNTRIES, 1),
    passports: list(document),
    otherIdentityDocuments: list(document, 1),
    fingerprintReference: orNull(number),
    circumstances: orNull(text('circumstances')),
    dataSubjectCategory: orNull(from(['SUSPECT', 'SUSPECT', ...PERSON_ROLES]), 0.1),
    minor: orNull((random) => random.chance(0.2), 0.1),
    addresses: list(address),
    phones: list(number),
    emails: list(text('mail')),
    occupation: orNull(text('occupation')),
    physicalDescription: orNull(
      shape({
        heightCm: orNull((random) => random.int(150, 200)),
        weightKg: orNull((random) => random.int(50, 120)),
        eyes: orNull(from(['grey', 'brown'])),
        hair: orNull(from(['grey', 'brown'])),
        marks: list(text('scar'), 1),
      }),
    ),
  },
  Group: {
    names: list(text('ring'), 2),
    kind: orNull(from(GROUP_KINDS)),
    countries: some(COUNTRIES, 2),
    memberIds: links(['Person'], 4),
    accounts: list(account),
  },
  Organization: {
    names: list(text('company'), 2),
    kind: orNull(from(ORGANIZATION_KINDS)),
    registrations: list(shape({ register: text('register'), number, country: from(COUNTRIES) })),
    directorIds: links(['Person'], 3),
    addresses: list(address),
    accounts: list(account),
  },
  Case: {
    number: number,
    title: orNull(text('case')),
    status: from(['OPEN', ...STATUS]),
    crimeAreas: some(AREAS, 3),
    program: orNull(from(PROGRAMS)),
    office: orNull(from(OFFICES)),
    leadInvestigator: orNull(text('lead')),
    summary: orNull(text('summary')),
    openedOn: orNull(day),
    closedOn: orNull(day, 0.5),
    subjectIds: links(['Person', 'Group', 'Organization'], 4),
    districts: some(DISTRICTS),
    participatingAgencies: some(AGENCIES, 2),
    seizures: list(
      shape({
        asset: text('asset'),
        kind: from(['currency', 'vehicle']),
        value: orNull(money),
        massGrams: orNull((r) => r.int(1, 9) / 2),
        seizedOn: day,
      }),
    ),
    items: list(
      shape({
        description: text('item'),
        provenance: text('provenance'),
        status: from(['STOLEN', 'LOCATED', 'SEIZED', 'REPATRIATED']),
        originCountry: from(COUNTRIES),
        custody: list(shape({ custodian: text('custodian'), from: day, until: orNull(day) }), 1),
      }),
      1,
    ),
    outcomes: list(
      shape({
        court: text('court'),
        disposition: from(['convicted', 'acquitted']),
        sentenceMonths: orNull((random) => random.int(1, 99)),
        restitution: orNull(money),
        decidedOn: day,
      }),
      1,
    ),
    contactId: link('LiaisonContact', 0.6),
  },
  Record: {
    kind: from(['REPORT_OF_INVESTIGATION', ...KINDS]),
    title: orNull(text('record')),
    synopsis: orNull(text('synopsis')),
    narrative: orNull(text('narrative')),
    crimeAreas: some(AREAS, 3),
    program: orNull(from(PROGRAMS)),
    occurredOn: orNull(day),
    recordedOn: orNull(day),
    office: orNull(from(OFFICES)),
    investigator: orNull(text('investigator')),
    sourceReliability: orNull(from(['A', 'B', 'C', 'X'])),
    informationReliability: orNull(from(['I1', 'I2', 'I3', 'I4'])),
    handling,
    obtainedFrom,
    subjectIds: links(['Person', 'Group', 'Organization'], 4),
    caseId: link('Case', 0.6),
    contactId: link('LiaisonContact', 0.6),
    investigation: orNull(shape({ reportNumber: number, techniques: some(['surveillance', 'undercover']) }), 0.4),
    intercept: orNull(
      shape({
        line: number,
        courtOrder: number,
        court: text('court'),
        authorizedFrom: day,
        authorizedUntil: day,
        sessions: list(
          shape({
            startedAt: from(['2010-03-26T09:30:00Z', '2010-03-27T09:30:00Z']),
            durationSeconds: (random) => random.int(1, 600),
            summary: text('summary'),
            transcript: orNull(text('transcript')),
            minimized: (random) => random.chance(0.5),
          }),
        ),
      }),
      0.4,
    ),
    financial: orNull(
      shape({
        accounts: list(account),
        transactions: list(
          shape({
            executedOn: day,
            amount: money,
            fromAccount: orNull(number),
            toAccount: orNull(number),
            reference: text('reference'),
          }),
        ),
        institutions: list(text('bank')),
        totalAmount: money,
      }),
      0.4,
    ),
    own: own('Record'),
    identifiers: list(
      shape({ kind: from(['PLATE', 'IMEI', 'IP_ADDRESS']), value: number, country: orNull(from(COUNTRIES)) }),
    ),
  },
};
