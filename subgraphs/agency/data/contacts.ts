import { profileOf, type Office } from './agencies.ts';
import type { ContactRole, LiaisonContactEntity } from './entities.ts';
import { fullName, persona, type Persona } from './persona.ts';
import { officePhone } from './phones.ts';
import { random, uuid, type Random } from './random.ts';

/** Id of the agency's contact of that number: the same for every seed. */
export function contactId(agency: string, number: number): string {
  return uuid('contact', agency, number);
}

/** How many contacts an agency has. */
export const CONTACTS = 4;

/** The officers of the agency whom partners may call: a duty officer, two liaison officers and an attaché. */
export function contactsOf(agency: string, seed: string): readonly LiaisonContactEntity[] {
  return POSTS.slice(0, CONTACTS).map((post, number) => contact(agency, seed, post, number));
}

function contact(agency: string, seed: string, post: Post, number: number): LiaisonContactEntity {
  const at = random(seed, 'contact', agency, number);
  const { country, offices, interests } = profileOf(agency);
  const officer = persona(seed, `officer:${agency}:${number}`, { culture: country === 'RU' ? 'russian' : 'anglo' });
  const office = at.pick(offices);
  return {
    type: 'LiaisonContact',
    id: contactId(agency, number),
    originator: agency,
    name: fullName(officer),
    title: agency === 'USAO' && post.role !== 'ATTACHE' ? 'Assistant United States Attorney' : post.title,
    role: agency === 'USAO' && post.role === 'LIAISON_OFFICER' ? 'PROSECUTOR' : post.role,
    office: post.role === 'ATTACHE' ? 'Embassy' : office.name,
    ...seat(at, post, office, country),
    phone: officePhone(at),
    email: address(agency, officer),
    languages: country === 'RU' ? ['ru', 'en'] : at.pick([['en'], ['en', 'es'], ['en', 'ru']]),
    onCall: post.role === 'DUTY_OFFICER',
    areas: post.role === 'LIAISON_OFFICER' ? at.sample(Object.keys(interests), 3) : [],
  };
}

interface Post {
  readonly role: ContactRole;
  readonly title: string;
}

const POSTS: readonly Post[] = [
  { role: 'DUTY_OFFICER', title: 'Duty Officer' },
  { role: 'LIAISON_OFFICER', title: 'Liaison Officer' },
  { role: 'LIAISON_OFFICER', title: 'Senior Liaison Officer' },
  { role: 'ATTACHE', title: 'Attaché' },
];

/** An attaché sits abroad. */
function seat(at: Random, { role }: Post, { city }: Office, country: string): Seat {
  if (role === 'ATTACHE') return country === 'RU' ? WASHINGTON : at.pick(POSTINGS);
  return { city, hostCountry: country, timeZone: country === 'RU' ? 'Europe/Moscow' : 'America/New_York' };
}

interface Seat {
  readonly city: string;
  readonly hostCountry: string;
  readonly timeZone: string;
}

const WASHINGTON: Seat = { city: 'Washington', hostCountry: 'US', timeZone: 'America/New_York' };
const POSTINGS: readonly Seat[] = [
  { city: 'Moscow', hostCountry: 'RU', timeZone: 'Europe/Moscow' },
  { city: 'London', hostCountry: 'GB', timeZone: 'Europe/London' },
  { city: 'Bogotá', hostCountry: 'CO', timeZone: 'America/Bogota' },
  { city: 'Rome', hostCountry: 'IT', timeZone: 'Europe/Rome' },
];

function address(agency: string, { firstNames, surname }: Persona): string {
  const name = `${firstNames.romanized}.${surname.romanized}`.toLowerCase().replace(/[^a-z.]/g, '');
  return `${name}@${agency.toLowerCase()}.example`;
}
