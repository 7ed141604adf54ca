import { isMinor } from './calendar.ts';
import type { DataSubjectCategory, NameValue, PersonEntity } from './entities.ts';
import type { Persona } from './persona.ts';
import { random, uuid, type Random } from './random.ts';
import { spell, spellings } from './spelling.ts';
import { OCCUPATIONS } from './words/things.ts';

/** What an agency has a person on file for. */
export interface Sighting {
  readonly agency: string;
  readonly seed: string;
  readonly category: DataSubjectCategory;
  readonly circumstances: string | null;
}

/** Id of the person in the agency's files. */
export function personId(agency: string, seed: string, { key }: Persona): string {
  return uuid(seed, agency, 'person', key);
}

/**
 * A person as one agency has them on file: with its spelling of the names, and with what it happens to know. What is
 * in several agencies' files (a telephone number, a passport) is the same in all of them.
 */
export function sight({ agency, seed, category, circumstances }: Sighting, known: Persona): PersonEntity {
  const at = random(seed, 'sighting', agency, known.key);
  const suspected = category === 'SUSPECT' || category === 'CONVICTED';
  return {
    type: 'Person',
    id: personId(agency, seed, known),
    originator: agency,
    ...names(at, known, suspected),
    sex: known.sex,
    dateOfBirth: dateOfBirth(at, known.dateOfBirth),
    placeOfBirth: at.chance(0.6) ? known.placeOfBirth : null,
    currentNationalities: [known.nationality],
    formerNationalities: [],
    fingerprintReference: suspected && at.chance(0.4) ? `FP-${agency}-${at.digits(8)}` : null,
    circumstances,
    dataSubjectCategory: category,
    physicalDescription: suspected && at.chance(0.6) ? known.looks : null,
    ...whereabouts(at, known, suspected),
    ...(isMinor(known.dateOfBirth) ? ofMinor(at, known) : ofAdult(at, known)),
  };
}

type Names = Pick<
  PersonEntity,
  'surname' | 'firstNames' | 'formerNames' | 'otherNames' | 'aliases' | 'alternativeSpellings'
>;
type Papers = Pick<PersonEntity, 'minor' | 'occupation' | 'passports' | 'otherIdentityDocuments'>;
type Whereabouts = Pick<PersonEntity, 'addresses' | 'phones' | 'emails'>;

function names(at: Random, known: Persona, suspected: boolean): Names {
  return {
    surname: spell(at, known.surname),
    firstNames: spell(at, known.firstNames),
    formerNames: [],
    otherNames: known.patronymic && at.chance(0.6) ? [known.patronymic] : [],
    aliases: suspected && at.chance(0.45) ? [known.alias] : [],
    alternativeSpellings: suspected && at.chance(0.5) ? alternatives(at, known.surname) : [],
  };
}

/** Suspects are followed up by telephone: at least one of their numbers is known. */
function whereabouts(at: Random, known: Persona, suspected: boolean): Whereabouts {
  return {
    addresses: at.chance(0.7) ? [known.address] : [],
    phones: at.sample(known.phones, at.int(suspected ? 1 : 0, known.phones.length)),
    emails: at.chance(0.35) ? [known.email] : [],
  };
}

function ofMinor(at: Random, known: Persona): Papers {
  return {
    minor: true,
    occupation: null,
    passports: at.chance(0.45) ? [known.passport] : [],
    otherIdentityDocuments: [],
  };
}

function ofAdult(at: Random, known: Persona): Papers {
  return {
    ...ofMinor(at, known),
    minor: false,
    occupation: at.pick(OCCUPATIONS),
    otherIdentityDocuments: at.chance(0.35) ? [known.document] : [],
  };
}

/** Mostly right; sometimes only the year is known, sometimes day and month changed places. */
function dateOfBirth(at: Random, date: string): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  if (at.chance(0.07)) return year;
  return Number(day) <= 12 && at.chance(0.05) ? `${year}-${day}-${month}` : date;
}

function alternatives(at: Random, surname: NameValue): readonly string[] {
  return at.sample(spellings(surname), 2);
}
