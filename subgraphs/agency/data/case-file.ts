import { profileOf, type AgencyProfile, type Office } from './agencies.ts';
import { CONTACTS, contactId } from './contacts.ts';
import { groupEntity, organizationEntity } from './enterprises.ts';
import type { GroupEntity, OrganizationEntity, PersonEntity } from './entities.ts';
import { matterOf, type Matter } from './matter.ts';
import { categoryOf, recurrentNumber, type Role } from './participants.ts';
import { fullName, persona, type Persona } from './persona.ts';
import { random, uuid, type Random } from './random.ts';
import { isKnown } from './recurrents.ts';
import { plate } from './reserved-numbers.ts';
import { personId, sight } from './sighting.ts';
import { fill } from './text.ts';

/** What one agency knows of a matter: the part of the population that its case is about, and how it tells of it. */
export interface CaseFile {
  readonly agency: AgencyProfile;
  readonly seed: string;
  readonly matter: Matter;
  readonly office: Office;
  readonly investigator: string;
  readonly caseId: string;
  readonly contactId: string;
  /** Persons that no earlier case of the agency can have brought up. */
  readonly persons: readonly PersonEntity[];
  /** Everybody in the case, by the part that they have in it. */
  readonly known: readonly Known[];
  readonly informant: PersonEntity | null;
  readonly group: GroupEntity | null;
  readonly organization: OrganizationEntity | null;
  /** What fills the gaps of texts. */
  readonly gaps: Readonly<Record<string, string>>;
}

/** A person in a case. */
interface Known {
  readonly id: string;
  readonly role: Role;
  readonly persona: Persona;
}

/** Opens the agency's file on the matter of that number. */
export function openFile(code: string, seed: string, index: number): CaseFile {
  const at = random(seed, 'file', code, index);
  const agency = profileOf(code);
  const matter = matterOf(seed, index);
  const known = knownOf(at, code, seed, matter);
  const gaps = gapsOf(at, matter, known);
  const persons = known
    .filter((person) => recurrentNumber(person.persona) === undefined)
    .map((person) => onFile(code, seed, matter, person, gaps));
  const informant = informantOf(at, code, seed, matter);
  return {
    ...{ agency, seed, matter, known, gaps, informant },
    office: at.pick(agency.offices),
    investigator: investigatorOf(at, agency, seed),
    caseId: uuid(seed, code, 'case', index),
    contactId: contactId(code, at.int(0, CONTACTS - 1)),
    persons: informant ? [...persons, informant] : persons,
    group: groupOf(code, seed, matter, known),
    organization: organizationOf(code, seed, matter, known),
  };
}

/** The leader is known; of the others, most. One whom the agency never met elsewhere either is left out. */
function knownOf(at: Random, code: string, seed: string, { participants }: Matter): readonly Known[] {
  const known = participants.filter(({ persona }) => {
    const number = recurrentNumber(persona);
    return number === undefined ? at.chance(0.75) : isKnown(seed, code, number);
  });
  const cast = [...new Set([...participants.slice(0, 1), ...known])];
  const people = cast.map((person) => ({ ...person, id: personId(code, seed, person.persona) }));
  return people.filter(({ id }, index) => people.findIndex((other) => other.id === id) === index);
}

function onFile(
  agency: string,
  seed: string,
  { concluded, repertoire }: Matter,
  { role, persona }: Known,
  gaps: CaseFile['gaps'],
): PersonEntity {
  const category = categoryOf(role, concluded && random(seed, 'conviction', persona.key).chance(0.7));
  const suspected = category === 'SUSPECT' || category === 'CONVICTED';
  const suspicion = fill(repertoire.suspicion, gaps);
  const circumstances = suspected
    ? suspicion.replace('Suspected', category === 'CONVICTED' ? 'Convicted' : 'Suspected')
    : null;
  return sight({ agency, seed, category, circumstances }, persona);
}

function informantOf(at: Random, agency: string, seed: string, { index }: Matter): PersonEntity | null {
  if (!at.chance(0.22)) return null;
  const source = persona(seed, `informant:${agency}:${index}`);
  return sight(
    { agency, seed, category: 'INFORMANT', circumstances: 'Source of information; identity protected.' },
    source,
  );
}

function groupOf(
  agency: string,
  seed: string,
  { group, index, city, origin }: Matter,
  known: readonly Known[],
): GroupEntity | null {
  if (!group) return null;
  const members = known.filter(({ role }) => role === 'leader' || role === 'member').map(({ id }) => id);
  return groupEntity({ agency, seed, key: `matter:${index}` }, group, [city.country, origin.country], members);
}

function organizationOf(
  agency: string,
  seed: string,
  { organization, index }: Matter,
  known: readonly Known[],
): OrganizationEntity | null {
  if (!organization) return null;
  const directors = known.slice(0, 1).map(({ id }) => id);
  return organizationEntity({ agency, seed, key: `matter:${index}` }, organization, directors);
}

function investigatorOf(at: Random, { code, country }: AgencyProfile, seed: string): string {
  return fullName(
    persona(seed, `investigator:${code}:${at.int(0, 11)}`, { culture: country === 'RU' ? 'russian' : 'anglo' }),
  );
}

function gapsOf(
  at: Random,
  { goods, city, origin, group, organization }: Matter,
  known: readonly Known[],
): CaseFile['gaps'] {
  const named = (role: Role): string => {
    const person = known.find((other) => other.role === role);
    return person ? fullName(person.persona) : 'a person not yet identified';
  };
  return {
    ...{ leader: named('leader'), member: named('member'), courier: named('courier') },
    ...{ goods, city: city.city, origin: origin.city, plate: plate(at) },
    group: group?.names[0] ?? 'a group without a name',
    organization: organization?.names[0] ?? 'a company not yet identified',
    phone: known[0]?.persona.phones[0] ?? 'a number not yet identified',
  };
}
