import type { Random } from '../../../subgraphs/agency/data/random.ts';
import { AGENCIES, AREAS, CONTACT_ROLES, COUNTRIES, DAYS, DISTRICTS, KINDS, PROGRAMS, STATUS } from '../words.ts';

/** Root fields that search. */
export type Searched = 'records' | 'cases' | 'liaisonContacts';

/** What a filter asks, by field. */
export type Filter = Readonly<Record<string, unknown>>;

type Make = (random: Random) => unknown;
const some =
  (values: readonly string[]): Make =>
  (random) =>
    random.sample(values, random.int(1, Math.min(3, values.length)));
const day: Make = (random) => random.pick(DAYS);

const FIELDS: Readonly<Record<Searched, Readonly<Record<string, Make>>>> = {
  records: {
    originators: some(AGENCIES),
    kinds: some(KINDS),
    crimeAreas: some(AREAS),
    programs: some(PROGRAMS),
    occurredFrom: day,
    occurredUntil: day,
    recordedFrom: day,
    recordedUntil: day,
  },
  cases: {
    originators: some(AGENCIES),
    status: some(STATUS),
    crimeAreas: some(AREAS),
    programs: some(PROGRAMS),
    districts: some(DISTRICTS),
    openedFrom: day,
    openedUntil: day,
  },
  liaisonContacts: {
    originators: some(AGENCIES),
    areas: some(AREAS),
    roles: some(CONTACT_ROLES),
    hostCountries: some(COUNTRIES),
    onCall: (random) => random.chance(0.7),
  },
};

/** Fields of filters, by root field. */
export const FILTER_FIELDS: Readonly<Record<Searched, readonly string[]>> = {
  records: Object.keys(FIELDS.records),
  cases: Object.keys(FIELDS.cases),
  liaisonContacts: Object.keys(FIELDS.liaisonContacts),
};

/** A filter of mostly one field. */
export function aFilter(field: Searched, random: Random): Filter {
  const names = random.sample(FILTER_FIELDS[field], random.pick([1, 1, 1, 2, 3]));
  return inOrder(Object.fromEntries(names.map((name) => [name, FIELDS[field][name]!(random)])));
}

/** The same, with no day after the one that it ends on: that would be no filter. */
function inOrder(filter: Filter): Filter {
  const days = Object.entries(filter).map(([name, value]) => {
    const [from, until] = ['From', 'Until'].map((end) => filter[name.replace(/(From|Until)$/u, end)]);
    const [first, last] = [from ?? value, until ?? value].map(String).sort();
    if (name.endsWith('From')) return [name, first];
    return [name, name.endsWith('Until') ? last : value];
  });
  return Object.fromEntries(days) as Filter;
}

/** A filter that asks for nothing, or is not one. */
export function wrongFilter(field: Searched, random: Random): Filter {
  const name = random.pick(FILTER_FIELDS[field]);
  return { [name]: random.pick<unknown>([null, [], 'nothing', ['x'.repeat(201)], 7, ['NOPE']]) };
}

const ENUMS: ReadonlySet<string> = new Set(['kinds', 'status', 'roles']);

/** A filter as a document writes it. */
export function filterText(filter: Filter): string {
  const entries = Object.entries(filter).map(([name, value]) => {
    const text = JSON.stringify(value);
    return `${name}: ${ENUMS.has(name) && Array.isArray(value) ? text.replaceAll('"', '') : text}`;
  });
  return `{ ${entries.join(', ')} }`;
}
