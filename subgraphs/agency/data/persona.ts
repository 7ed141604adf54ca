import { date } from './calendar.ts';
import { AS_OF } from './calendar.ts';
import type {
  AddressValue,
  IdentityDocumentValue,
  NameValue,
  PhysicalDescriptionValue,
  PlaceValue,
  Sex,
} from './entities.ts';
import { identityDocument, passport } from './documents.ts';
import { phone } from './phones.ts';
import { random, type Random } from './random.ts';
import { romanize } from './romanize.ts';
import { NAMES, PATRONYMICS, type Culture, type Written } from './words/names.ts';
import { HOMES, STREETS } from './words/places.ts';

/** A person of the synthetic population as they are, whatever any agency has on file. */
export interface Persona {
  /** Names the person within the population. */
  readonly key: string;
  readonly culture: Culture;
  readonly surname: NameValue;
  readonly firstNames: NameValue;
  readonly patronymic: NameValue | null;
  readonly alias: NameValue;
  readonly sex: Sex;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
  readonly placeOfBirth: PlaceValue;
  readonly nationality: string;
  readonly address: AddressValue;
  readonly phones: readonly string[];
  readonly email: string;
  readonly passport: IdentityDocumentValue;
  readonly document: IdentityDocumentValue;
  readonly looks: PhysicalDescriptionValue;
}

/** What is known of a person beforehand. */
export interface PersonaTraits {
  readonly culture?: Culture;
  /** In whole years on `AS_OF`; default 22 to 67. */
  readonly age?: readonly [from: number, to: number];
}

/** The person of that key in the population of the seed: always the same one. */
export function persona(seed: string, key: string, traits: PersonaTraits = {}): Persona {
  const at = random(seed, 'persona', key);
  const culture = traits.culture ?? at.pick(CULTURES);
  const sex = at.chance(0.27) ? 'F' : 'M';
  const home = at.pick(HOMES[culture]);
  const born = at.pick(HOMES[culture]);
  const surname = surnameOf(at, culture, sex);
  const firstNames = nameOf(at.pick(sex === 'F' ? NAMES[culture].female : NAMES[culture].male), culture);
  return {
    key,
    culture,
    surname,
    firstNames,
    patronymic: culture === 'russian' ? nameOf(at.pick(PATRONYMICS)[sex], culture) : null,
    alias: nameOf(at.pick(NAMES[culture].aliases), culture),
    sex,
    dateOfBirth: birth(at, traits.age ?? [22, 67]),
    placeOfBirth: born,
    nationality: born.country,
    address: address(at, home),
    phones: Array.from({ length: at.int(1, 3) }, () => phone(at, home.country)),
    email: `${slug(firstNames.romanized)}.${slug(surname.romanized)}${at.int(1, 99)}@${at.pick(MAIL_HOSTS)}`,
    passport: passport(at, born.country),
    document: identityDocument(at, home.country),
    looks: looks(at),
  };
}

/** A name in the script of the culture. */
function nameOf(written: Written, culture: Culture): NameValue {
  const [original, romanized] = typeof written === 'string' ? [written, romanize(written)] : written;
  return { original, script: NAMES[culture].script, romanized };
}

/** The romanised full name: `Iurii Sedov`. */
export function fullName({ firstNames, surname }: Pick<Persona, 'firstNames' | 'surname'>): string {
  return `${firstNames.romanized} ${surname.romanized}`;
}

function surnameOf(at: Random, culture: Culture, sex: 'F' | 'M'): NameValue {
  const first = at.pick(NAMES[culture].surnames);
  if (culture === 'hispanic') return nameOf(`${String(first)} ${String(at.pick(NAMES.hispanic.surnames))}`, culture);
  if (culture === 'russian' && sex === 'F') return nameOf(feminine(String(first)), culture);
  return nameOf(first, culture);
}

function feminine(surname: string): string {
  return surname.endsWith('ий') ? `${surname.slice(0, -2)}ая` : `${surname}а`;
}

function birth(at: Random, [from, to]: readonly [number, number]): string {
  // Days up to 28 exist in every month. One more year back, so that the age is reached on AS_OF (1 January).
  return date(Number(AS_OF.slice(0, 4)) - 1 - at.int(from, to), at.int(1, 12), at.int(1, 28));
}

function address(at: Random, { city, region, country }: PlaceValue): AddressValue {
  return { street: `${at.int(1, 240)} ${at.pick(STREETS)}`, city, region, postalCode: `00${at.digits(3)}`, country };
}

function looks(at: Random): PhysicalDescriptionValue {
  return {
    heightCm: at.int(152, 198),
    weightKg: at.int(50, 118),
    eyes: at.pick(['blue', 'brown', 'green', 'grey', 'hazel']),
    hair: at.pick(['black', 'blond', 'brown', 'grey', 'red', 'shaved']),
    marks: at.chance(0.4) ? [at.pick(MARKS)] : [],
  };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

const CULTURES: readonly Culture[] = [
  'anglo',
  'anglo',
  'anglo',
  'hispanic',
  'hispanic',
  'russian',
  'italian',
  'chinese',
];
const MAIL_HOSTS = ['mail.example', 'post.example', 'inbox.example', 'web.example'];
const MARKS = [
  'anchor tattoo on the left forearm',
  'burn scar on the right hand',
  'compass tattoo on the chest',
  'missing tip of the left ring finger',
  'scar above the left eyebrow',
  'swallow tattoo on the neck',
];
