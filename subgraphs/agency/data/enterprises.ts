import { accountOf } from './accounts.ts';
import type { AddressValue, GroupEntity, OrganizationEntity, RegistrationValue } from './entities.ts';
import { random, uuid, type Random } from './random.ts';
import { BRANDS, GROUP_NOUNS, ORGANIZATION_NOUNS, REGISTERS } from './words/things.ts';
import { HOMES, STREETS } from './words/places.ts';

/** A group as it is, whatever any agency has on file. */
export interface GroupIdentity {
  readonly names: readonly string[];
  readonly kind: string;
}

/** An organization as it is, whatever any agency has on file. */
export interface OrganizationIdentity extends GroupIdentity {
  readonly registration: RegistrationValue;
  readonly address: AddressValue;
}

/** The group behind a matter, if there is one. */
export function groupIdentity(at: Random, kind: string | null): GroupIdentity | null {
  if (!kind || at.chance(0.3)) return null;
  const brand = at.pick(BRANDS);
  const names = at.sample(GROUP_NOUNS[kind] ?? ['Group'], 2).map((noun) => `${brand} ${noun}`);
  return { kind, names };
}

/** The organization that a matter runs through, if there is one. */
export function organizationIdentity(at: Random, kind: string | null): OrganizationIdentity | null {
  if (!kind || at.chance(0.35)) return null;
  const brand = `${at.pick(BRANDS)} ${at.pick(BRANDS)}`;
  const [register, country] = at.pick(REGISTERS);
  const { city, region, country: seat } = at.pick(HOMES.anglo);
  return {
    kind,
    names: [`${brand} ${at.pick(ORGANIZATION_NOUNS[kind] ?? ['Ltd'])}`, brand],
    registration: { register, number: `Q${at.digits(7)}`, country },
    address: {
      street: `${at.int(1, 99)} ${at.pick(STREETS)}`,
      city,
      region,
      postalCode: `00${at.digits(3)}`,
      country: seat,
    },
  };
}

/** Where an enterprise belongs: agency, seed, and its key in the population. */
interface Holding {
  readonly agency: string;
  readonly seed: string;
  readonly key: string;
}

/** The group as the agency has it on file. */
export function groupEntity(
  { agency, seed, key }: Holding,
  { names, kind }: GroupIdentity,
  countries: readonly string[],
  memberIds: readonly string[],
): GroupEntity {
  const at = random(seed, 'group', agency, key);
  return {
    type: 'Group',
    id: uuid(seed, agency, 'group', key),
    originator: agency,
    names: at.chance(0.3) ? [...names].reverse() : names,
    kind,
    countries: [...new Set(countries)],
    memberIds,
    accounts: at.chance(0.3) ? [accountOf(seed, `group:${key}`, names[0] ?? key)] : [],
  };
}

/** The organization as the agency has it on file. */
export function organizationEntity(
  { agency, seed, key }: Holding,
  { names, kind, registration, address }: OrganizationIdentity,
  directorIds: readonly string[],
): OrganizationEntity {
  const at = random(seed, 'organization', agency, key);
  return {
    type: 'Organization',
    id: uuid(seed, agency, 'organization', key),
    originator: agency,
    names: at.chance(0.5) ? names : names.slice(0, 1),
    kind,
    registrations: at.chance(0.8) ? [registration] : [],
    directorIds,
    addresses: at.chance(0.7) ? [address] : [],
    accounts: at.chance(0.6) ? [accountOf(seed, `organization:${key}`, names[0] ?? key)] : [],
  };
}
