import { InputType } from 'type-graphql';
import type { SelectorKind } from '../../../schema/selectors.ts';
import type { Family } from '../columns.ts';
import { SELECTOR_FIELDS, sourcesSought } from '../search/sought.ts';
import { Given } from './given.ts';
import { GroupSought, OrganizationSought, PersonSought } from './names-sought.ts';
import { Blinded, Reads, ReadsOneOf } from './reads.ts';

/** What the fields of a selector are for, in words. */
const DESCRIPTIONS: Readonly<Record<keyof typeof SELECTOR_FIELDS, string>> = {
  phone: 'In which this telephone number stands, in international form: `+1 202 555 0143`.',
  email: 'In which this e-mail address stands.',
  ipAddress: 'In which this IP address stands.',
  iban: 'In which the account with this IBAN stands.',
  account: 'In which the account with this number stands, where it has no IBAN.',
  plate: 'In which a vehicle with this registration plate stands; the country may come first: `US:7ABC123`.',
  vin: 'In which the vehicle with this identification number stands (ISO 3779).',
  passport: 'In which a passport with this number stands; the country may come first: `US:123456789`.',
  identityDocument:
    'In which an identity document, not a passport, with this number stands; the country may come first: `US:123456789`.',
  organizationRegistration:
    'In which an organization with this number of registration stands; the country may come first: `US:7654321`.',
  imei: 'In which the device with this IMEI stands.',
  cryptoAddress: 'In which this crypto-currency address stands.',
  person: 'In which such a person stands.',
  group: 'In which such a group stands.',
  organization: 'In which such an organization stands.',
};

/** The inputs of what is found by what is like it. */
const NAMES: Readonly<Partial<Record<SelectorKind, abstract new () => object>>> = {
  NAME_AND_BIRTH: PersonSought,
  GROUP_NAME: GroupSought,
  ORGANIZATION_NAME: OrganizationSought,
};

/**
 * The fields of an input by which a family is searched for selectors, one for every kind that may stand in such an object.
 * Each reads whichever field of the contract a row may be found by, and what is always read beside it.
 */
export function selectorFields(family: Family): abstract new () => object {
  @InputType()
  abstract class Selectors {}
  for (const [name, kind] of Object.entries(SELECTOR_FIELDS)) {
    const sources = sourcesSought([{ kind, tokens: [] }], family);
    if (sources.length === 0) continue;
    const always = sources[0]!.beside.filter((one) => sources.every(({ beside }) => beside.includes(one)));
    const declared = [
      ReadsOneOf(sources.map(({ coordinate }) => coordinate)),
      ...always.map((coordinate) => Reads(coordinate)),
      Blinded(kind),
      Given(() => NAMES[kind] ?? String, DESCRIPTIONS[name as keyof typeof SELECTOR_FIELDS]),
    ];
    for (const declare of declared) declare(Selectors.prototype, name);
  }
  return Selectors;
}
